"""A page submitted, passed or not, and what counts as submitted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_by_text import answers, make_study

from peil.interview.answers import Answers
from peil.interview.submit import page_variables, submit, submitted_values
from peil.interview.walk import walk
from peil.study.study import Study
from random_studies import respondent, seeds, studies


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def test_a_page_that_is_not_passed_keeps_its_values_and_is_asked_again(study: Study) -> None:
    before = answers("usage reasons", usage="often", reasons__speed=True)
    left = submit(study, before, "reasons", {"reasons.cost": True}, passed=False)
    assert left.values == {"usage": "often", "reasons.cost": True}
    assert left.pages == {"usage"}
    interview = walk(study, left)
    assert (interview.next_page, interview.last_page) == ("reasons", "usage")
    assert interview.given["reasons.cost"] is True
    again = submit(study, left, "reasons", {"reasons.cost": True})
    assert walk(study, again).last_page == "reasons"


def test_values_of_a_page_that_was_left_are_not_submitted(study: Study) -> None:
    before = answers("usage", usage="often")
    left = submit(study, before, "reasons", {"reasons.cost": True}, passed=False)
    assert submitted_values(study, left) == {"usage": "often"}
    assert submitted_values(study, submit(study, left, "reasons", {"reasons.cost": True})) == {
        "usage": "often",
        "reasons.cost": True,
    }


def test_a_page_of_many_questions_counts_as_one(study: Study) -> None:
    page = study.route.by_id["rose"].page
    left = submit(study, Answers(), page, {"rose": "yes", "why": "x"}, passed=False)
    assert submitted_values(study, left) == {}
    assert submitted_values(study, submit(study, left, page, {"rose": "no"})) == {"rose": "no"}


@pytest.mark.slow
@settings(max_examples=50)
@given(studies, seeds, st.data())
def test_leaving_a_page_takes_back_that_page_and_nothing_else(
    study: Study, seed: int, data: st.DataObject
) -> None:
    answered = respondent(study, seed)
    page = data.draw(st.sampled_from(sorted(answered.pages)))
    names = page_variables(study, page)
    own = {name: value for name, value in answered.values.items() if name in names}
    assert submitted_values(study, answered) == answered.values
    left = submit(study, answered, page, own, passed=False)
    assert left.values == answered.values
    assert left.pages == answered.pages - {page}
    assert submitted_values(study, left) == {n: v for n, v in answered.values.items() if n not in names}
    assert submit(study, left, page, own) == answered
    assert walk(study, left).next_page == page
