"""Simulated interviews held over HTTP with the real server: what comes out of the store is what was answered.

Every cell is compared: values, pages, last page, outcome; and contact details where they are kept, apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from field_driver import Visitor, give_interview
from kinds_study import write_kinds_study
from peil.interview.code import interview_key
from peil.interview.private import set_apart
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.study.reader.read import read_study
from peil.study.study import Study
from served import Served

pytestmark = pytest.mark.slow

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
CONNECTIONS = 4
BREAK_OFF = 0.1

Given = tuple[str, Response]
"""A personal code, and the response that was given with it."""


@pytest.fixture(scope="module")
def reference() -> Study:
    return read_study(REFERENCE)


def hold(served: Served, responses: Sequence[Response]) -> list[Given]:
    """Hold the interviews from several connections at once; give those that were begun."""

    def some(number: int) -> list[Given]:
        visitor = Visitor("127.0.0.1", served.port, "nl")
        given = []
        for place, response in enumerate(responses[number::CONNECTIONS]):
            visitor.forget("nl" if place % 2 else "en")
            code = give_interview(visitor, served.study, response)
            if code is not None:
                given.append((code, response))
        visitor.close()
        return given

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return [one for some_given in pool.map(some, range(CONNECTIONS)) for one in some_given]


def assert_all_kept(served: Served, given: Sequence[Given]) -> None:
    """Compare what comes out of the store with what was given, response for response."""
    with served.opened() as store:
        found = {response.id: response for response in store.responses()}
        details = Counter(map(frozen, store.contact_details()))
        ids = {code: kept.id for code, _ in given if (kept := store.find(interview_key(code)))}
    assert len(set(ids.values())) == len(given) == len(found)
    meant_details: Counter[frozenset[tuple[str, str]]] = Counter()
    for code, meant in given:
        kept = found[ids[code]]
        values, apart = set_apart(served.study, meant.answers.values)
        assert kept.answers.values == values
        assert kept.answers.pages == meant.answers.pages
        assert (kept.last_page, kept.outcome) == (meant.last_page, meant.outcome)
        meant_details.update([frozen(apart)] if apart else [])
    assert details == meant_details


def frozen(details: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(details.items())


def try_out(served: Served, number: int, seed: int) -> None:
    responses = list(simulate(served.study, number, seed, BREAK_OFF))
    given = hold(served, responses)
    assert {response.id for _, response in given} == {one.id for one in responses if one.answers.pages}
    assert_all_kept(served, given)


def test_forty_interviews(reference, tmp_path) -> None:
    with Served(reference, tmp_path) as served:
        try_out(served, 40, seed=1)


def test_forty_interviews_of_every_kind_of_question(tmp_path) -> None:
    with Served(write_kinds_study(tmp_path / "study"), tmp_path) as served:
        try_out(served, 40, seed=4)


def test_three_interviews_of_every_kind_of_question(tmp_path) -> None:
    with Served(write_kinds_study(tmp_path / "study"), tmp_path) as served:
        try_out(served, 3, seed=4)


def test_two_thousand_interviews(reference, tmp_path, store_url) -> None:
    with Served(reference, tmp_path, store_url) as served:
        try_out(served, 2000, seed=2)
