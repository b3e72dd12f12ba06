"""Synthetic respondents: through the real engine, within what pages allow, the same for the same seed."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from study_by_text import ONE_ROLE, make_study

from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.interview.state import State
from peil.interview.submit import page_variables
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.study.study import Study

PLAN = """
[simulate.usage]
often = 3
never = 1
[simulate.reasons]
speed = 1.0
cost = 0.5
none = 0.2
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"), plan=PLAN)


@pytest.fixture(scope="module")
def responses(study: Study) -> list[Response]:
    return list(simulate(study, 400, seed=7))


@pytest.mark.slow
def test_the_same_seed_gives_the_same_responses(study: Study, responses: list[Response]) -> None:
    assert list(simulate(study, 20, seed=7)) == responses[:20]
    assert list(simulate(study, 20, seed=8)) != responses[:20]


@pytest.mark.slow
def test_every_response_is_marked_synthetic_and_has_its_own_id(responses: list[Response]) -> None:
    assert all(response.synthetic for response in responses)
    assert len({response.id for response in responses}) == 400


def test_every_interview_comes_to_an_end_that_the_questionnaire_knows(responses: list[Response]) -> None:
    assert {response.outcome for response in responses} == {"complete", "too_young"}


def assert_accepted(study: Study, response: Response) -> None:
    for page in response.answers.pages:
        variables = page_variables(study, page)
        values = {name: value for name, value in response.answers.values.items() if name in variables}
        assert check_answers(study, walk(study, response.answers), page, values) == ()


def test_every_answer_passes_the_checks_of_its_page(study: Study, responses: list[Response]) -> None:
    for response in responses[:60]:
        assert_accepted(study, response)


def test_a_page_that_its_own_answers_change_is_answered_as_it_is_in_the_end(tmp_path: Path) -> None:
    text = (
        "# a: A  {one page}\n\n## first\nWat?\n- ( ) x: X\n- ( ) y: Y\n\n"
        "## rank  {ranking}\nZet op volgorde.\n- a: A\n- b: B\n- c: C  {if first is x}\n"
    )
    changing = make_study(tmp_path, text, settings=ONE_ROLE)
    responses = list(simulate(changing, 60, seed=5))
    for response in responses:
        assert_accepted(changing, response)
    assert {"rank.c" in response.answers.values for response in responses} == {True, False}


def test_options_come_by_the_plans_weights(responses: list[Response]) -> None:
    usage = Counter(response.answers.values["usage"] for response in responses)
    assert set(usage) == {"often", "never"}
    assert usage["often"] / 400 == pytest.approx(0.75, abs=0.07)
    asked = [r.answers.values for r in responses if r.answers.values["usage"] == "often"]
    none = [values for values in asked if values.get("reasons.none")]
    speed = [values for values in asked if values.get("reasons.speed")]
    cost = [values for values in asked if values.get("reasons.cost")]
    assert len(none) / len(asked) == pytest.approx(0.2, abs=0.08)
    assert len(speed) == len(asked) - len(none)
    assert len(cost) / len(speed) == pytest.approx(0.5, abs=0.1)
    assert not any(values.get("reasons.other") for values in asked)


def test_what_the_plan_does_not_name_is_drawn_evenly(responses: list[Response]) -> None:
    rose = Counter(response.answers.values["rose"] for response in responses)
    assert rose["yes"] / 400 == pytest.approx(0.5, abs=0.08)
    grades = {r.answers.values["grade"] for r in responses if "grade" in r.answers.values}
    assert grades == {*range(11), "dk"}
    ages = [r.answers.values["age"] for r in responses]
    assert all(isinstance(age, Decimal) and 0 <= age <= 120 for age in ages)
    assert any(age % 1 for age in ages if isinstance(age, Decimal))


@pytest.mark.slow
def test_some_interviews_are_left_and_what_follows_is_not_there(study: Study) -> None:
    found = list(simulate(study, 300, seed=1, break_off=0.4))
    left = [response for response in found if response.outcome is None]
    assert len(left) / 300 == pytest.approx(0.4, abs=0.09)
    assert any(response.last_page is None for response in left)
    for response in left:
        interview = walk(study, response.answers)
        assert interview.next_page not in response.answers.pages
        rest = [page for page in interview.pages if page.id not in response.answers.pages]
        assert rest[0].id == interview.next_page
        items = [item.key for page in rest for step in page.steps for item in step.items]
        assert all(interview.states[item] is State.LEFT_BEFORE for item in items)
        assert set(response.answers.values) <= {
            name for page in response.answers.pages for name in page_variables(study, page)
        }


def test_limits_hold_whatever_the_weights(tmp_path: Path) -> None:
    text = (
        "# a: A\n\n## m  {at least 2, at most 3}\nWat?\n"
        + "".join(f"- [ ] {name}: {name}\n" for name in "abcdef")
        + "- [ ] dk: Weet niet  {missing, exclusive}\n\n## few\nWelke?\noptions from m\n"
    )
    limited = make_study(tmp_path, text, plan="[simulate.m]\na = 5\nb = 5\nc = 5\nd = 5\n", settings=ONE_ROLE)
    for response in simulate(limited, 100, seed=3):
        ticked = {name for name, value in response.answers.values.items() if value is True}
        assert 2 <= len(ticked) <= 3
        assert f"m.{response.answers.values['few']}" in ticked


def test_a_page_that_nobody_can_answer_is_refused_instead_of_asked_forever(tmp_path: Path) -> None:
    study = make_study(tmp_path, "# a: A\n\n## m  {contact}\nWie?\n- x: X\n", settings=ONE_ROLE)
    (question,) = study.questionnaire.questions
    closed = replace(study.questionnaire, questions=(replace(question, rows=()),))
    with pytest.raises(RuntimeError, match="page m can't be answered"):
        next(simulate(replace(study, questionnaire=closed), 1, seed=1))
