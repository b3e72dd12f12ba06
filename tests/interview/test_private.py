"""Contact details taken out of a page's values."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_by_text import make_study

from peil.interview.answers import Answers
from peil.interview.private import KEPT_APART, is_private, set_apart
from peil.interview.state import State
from peil.interview.states import state_of
from peil.interview.submit import submit
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.study.study import Study


@cache
def made() -> Study:
    return make_study(Path(mkdtemp()))


@pytest.fixture
def study() -> Study:
    return made()


def test_only_contact_details_are_private(study: Study) -> None:
    assert {name for name in study.codebook.variables if is_private(study, name)} == {
        "address.email",
        "address.name",
    }
    assert not is_private(study, "address")
    assert not is_private(study, "nothing.of.the.kind")


def test_details_leave_a_mark_and_go_apart(study: Study) -> None:
    values = {"usage": "often", "address.email": "iemand@example.org", "address.name": "Iemand"}
    kept, details = set_apart(study, values)
    assert kept == {"usage": "often", "address.email": KEPT_APART, "address.name": KEPT_APART}
    assert details == {"address.email": "iemand@example.org", "address.name": "Iemand"}
    assert "iemand" not in str(kept).lower()


def test_a_mark_stays_a_mark_and_is_no_detail(study: Study) -> None:
    kept, details = set_apart(study, {"address.email": KEPT_APART})
    assert (kept, details) == ({"address.email": KEPT_APART}, {})


@pytest.mark.parametrize("value", ["", "  ", "\n", True, 12])
def test_what_is_no_text_leaves_nothing_behind(study: Study, value: str | bool | int) -> None:  # noqa: FBT001 - a value
    assert set_apart(study, {"address.email": value}) == ({}, {})


def test_what_is_empty_in_another_question_is_left_as_it_is(study: Study) -> None:
    assert set_apart(study, {"remarks": " ", "reasons.speed": False}) == (
        {"remarks": " ", "reasons.speed": False},
        {},
    )


@given(st.text(min_size=1))
def test_no_detail_is_ever_among_the_answers(text: str) -> None:
    kept, details = set_apart(made(), {"address.name": text})
    assert set(kept.values()) <= {KEPT_APART}
    assert set(details) <= set(kept)
    assert set(details.values()) <= {text}


def test_to_the_interview_a_mark_is_an_answer(study: Study) -> None:
    before = Answers({}, frozenset(study.route.pages))
    marked = {"address.email": KEPT_APART}
    assert check_answers(study, walk(study, before), "address", marked) == ()
    interview = walk(study, submit(study, before, "address", marked))
    assert interview.given["address.email"] == KEPT_APART
    assert state_of(study.codebook.items["address"], interview.given) is State.ANSWERED
