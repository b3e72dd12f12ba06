"""Responses from a file become interviews: all of them or none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_survey import DAY, answered, form, survey

from peil.data.from_responses import from_responses
from peil.data.to_responses import to_responses
from peil.interview.answers import Answers
from peil.interview.private import set_apart
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.interview.submit import submit
from peil.store.brought_in import BroughtIn
from peil.store.open_store import open_store
from peil.store.store import Store
from peil.study.reader.read import read_study

STUDIES = Path(__file__).resolve().parents[2] / "studies"


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def as_kept(response: Response) -> Response:
    """A response with marks for its contact details, and without boxes that weren't ticked."""
    values, _ = set_apart(survey(), response.answers.values)
    ticked = {name: value for name, value in values.items() if value is not False}
    return replace(response, answers=Answers(ticked, response.answers.pages))


def test_what_is_brought_in_comes_out_the_same(store: Store) -> None:
    responses = list(simulate(survey(), 30, 4, 0.4))
    assert store.bring_in(responses, DAY) == BroughtIn(30, 0)
    expected = sorted((as_kept(one) for one in responses), key=lambda one: one.id)
    assert list(store.responses()) == expected
    kept = {one.id: one for one in store.kept()}
    assert {(one.source, one.opened_on, one.synthetic, one.language) for one in kept.values()} == {
        ("import", DAY, True, "nl")
    }
    for name, one in kept.items():
        folded, order = Answers(), []
        for entry in store.log(name):
            folded = submit(survey(), folded, entry.page, entry.values, passed=entry.passed)
            order.append(survey().route.pages.index(entry.page))
        assert folded == one.answers
        assert order == sorted(order)
        assert one.revision == len(order)
    assert list(store.contact_details()) == []


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    responses = list(simulate(survey(), 5, 4, 0.4))
    store.bring_in(responses[:3], DAY)
    before = list(store.kept())
    assert store.bring_in(responses[:3], DAY) == BroughtIn(0, 3)
    assert list(store.kept()) == before
    assert store.bring_in(responses, DAY) == BroughtIn(2, 3)


def test_a_response_with_other_answers_keeps_the_whole_file_out(store: Store) -> None:
    responses = list(simulate(survey(), 6, 4))
    store.bring_in(responses[:2], DAY)
    before = list(store.kept())
    other = [replace(one, id=two.id) for one, two in zip(responses[3:5], responses[:2], strict=True)]
    assert store.bring_in([responses[5], *other], DAY) == BroughtIn(0, 0, ("s1", "s2"))
    assert list(store.kept()) == before
    real = replace(responses[0], synthetic=False)
    assert store.bring_in([real], DAY).clashing == ("s1",)


def test_an_id_twice_in_one_file_is_brought_in_once_or_clashes(store: Store) -> None:
    first, second = simulate(survey(), 2, 4)
    assert store.bring_in([first, replace(second, id="s1")], DAY) == BroughtIn(0, 0, ("s1",))
    assert store.bring_in([first, first], DAY) == BroughtIn(1, 1)


def test_nobody_s_code_opens_what_was_brought_in(store: Store) -> None:
    store.bring_in(list(simulate(survey(), 2, 4)), DAY)
    assert store.find("") is None
    assert store.find("s1") is None
    assert store.erase_by_id("s1") is True
    assert [one.id for one in store.kept()] == ["s2"]


def test_an_interview_given_on_the_web_is_there_already_when_its_export_is_brought_in(store: Store) -> None:
    kept = answered(store)
    store.submit(form(kept, "turnover", {"rose": "yes", "why": "x"}, shown=frozenset({"rose", "why"})))
    answered(store, "b", pages=2)
    exported = list(to_responses(from_responses(survey(), list(store.responses()))))
    assert store.bring_in(exported, DAY) == BroughtIn(0, 2)


@pytest.mark.slow
def test_simulated_interviews_of_the_reference_study_go_in_and_out(tmp_path: Path) -> None:
    study = read_study(STUDIES / "genai-creative-work")
    responses = list(simulate(study, 60, 3, 0.3))
    store = open_store(str(tmp_path / "store"), study)
    assert store.bring_in(responses, DAY) == BroughtIn(60, 0)
    again = open_store(str(tmp_path / "other"), study)
    assert again.bring_in(store.responses(), DAY) == BroughtIn(60, 0)
    assert list(again.responses()) == list(store.responses())
    store.close()
    again.close()
