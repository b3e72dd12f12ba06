"""What holds of every walk through every questionnaire."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.data.from_responses import from_responses
from peil.interview.answers import Answers
from peil.interview.interview import Interview
from peil.interview.simulate import simulate
from peil.interview.state import State
from peil.interview.submit import page_variables, submit
from peil.interview.walk import walk
from peil.study.expr.evaluate import evaluate
from peil.study.question import Kind
from peil.study.study import Study
from random_studies import respondent, seeds, studies

pytestmark = pytest.mark.slow


class Plain:
    """An interview's given answers, looked up in the plainest way."""

    def __init__(self, study: Study, interview: Interview) -> None:
        self.study = study
        self.interview = interview

    def chosen(self, item: str) -> str | None:
        found = self.interview.given.get(item)
        return None if found is None else str(found)

    def ticked(self, item: str) -> set[str]:
        return {
            o for o in self.study.codebook.items[item].option_ids if f"{item}.{o}" in self.interview.given
        }

    def number(self, variable: str) -> object:
        return self.interview.given.get(variable)

    def count(self, item: str) -> int | None:
        known = self.study.codebook.items[item]
        ticked = self.ticked(item)
        return len(ticked - known.missing_ids - known.exclusive_ids) if ticked else None

    def asked(self, item: str) -> bool:
        return self.interview.states[item] is not State.NOT_ASKED

    def given(self, variable: str) -> bool:
        return variable in self.interview.given

    def role(self) -> str:
        return self.interview.role


def visible(interview: Interview) -> set[str]:
    return {item.key for page in interview.pages for step in page.steps for item in step.items}


def asked_by_the_route(study: Study, interview: Interview) -> set[str]:
    plain = Plain(study, interview)
    conditions_of = study.route.full_conditions
    return {step.id for step in study.route.steps if evaluate(conditions_of[step.id], plain)}  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(studies, seeds)
def test_every_interview_terminates(study: Study, seed: int) -> None:
    interview = walk(study, respondent(study, seed))
    assert interview.next_page is None
    assert interview.outcome in {"complete", "stopped"}
    assert {page.id for page in interview.pages} <= set(study.route.pages)


@settings(max_examples=40, deadline=None)
@given(studies, seeds, st.sampled_from([0.0, 1.0]))
def test_what_is_asked_is_what_the_route_says(study: Study, seed: int, break_off: float) -> None:
    interview = walk(study, respondent(study, seed, break_off))
    asked = {step.step.id for page in interview.pages for step in page.steps}
    assert asked == asked_by_the_route(study, interview)


@settings(max_examples=40, deadline=None)
@given(studies, seeds, st.sampled_from([0.0, 1.0]))
def test_every_item_has_one_state_that_fits_where_the_interview_stands(
    study: Study, seed: int, break_off: float
) -> None:
    interview = walk(study, respondent(study, seed, break_off))
    assert set(interview.states) == set(study.codebook.items)
    shown = visible(interview)
    position = {page.id: number for number, page in enumerate(interview.pages)}
    reached = -1 if interview.last_page is None else position[interview.last_page]
    for page in interview.pages:
        for step in page.steps:
            for item in step.items:
                left = interview.states[item.key] is State.LEFT_BEFORE
                assert left is (position[page.id] > reached)
    for key, state in interview.states.items():
        assert (state is State.NOT_ASKED) is (key not in shown)


@settings(max_examples=40, deadline=None)
@given(studies, seeds)
def test_required_questions_were_answered_and_only_optional_ones_are_blank(study: Study, seed: int) -> None:
    interview = walk(study, respondent(study, seed))
    for page in interview.pages:
        for step in page.steps:
            if step.question.optional or step.question.kind is Kind.NOTICE:
                continue
            assert all(interview.states[item.key] is not State.BLANK for item in step.items)


@settings(max_examples=40, deadline=None)
@given(studies, seeds, st.data())
def test_an_answer_changed_and_changed_back_leaves_all_as_it_was(
    study: Study, seed: int, data: st.DataObject
) -> None:
    first, other = respondent(study, seed), respondent(study, seed + 1)
    before = walk(study, first)
    page = data.draw(st.sampled_from([page.id for page in before.pages]))
    names = page_variables(study, page)

    def on_page(answers: Answers) -> dict[str, object]:
        return {name: value for name, value in answers.values.items() if name in names}

    changed = submit(study, first, page, on_page(other))  # type: ignore[arg-type]
    now = walk(study, changed)
    assert set(now.given) <= {name for key in visible(now) for name in study.codebook.items[key].variables}
    assert {step.step.id for one in now.pages for step in one.steps} == asked_by_the_route(study, now)
    back = submit(study, changed, page, on_page(first))  # type: ignore[arg-type]
    assert walk(study, back) == before


@settings(max_examples=40, deadline=None)
@given(studies, seeds, st.sampled_from([0.0, 1.0]))
def test_a_page_submitted_twice_or_answers_off_the_route_dropped_change_nothing(
    study: Study, seed: int, break_off: float
) -> None:
    answers = respondent(study, seed, break_off)
    interview = walk(study, answers)
    for page in answers.pages:
        names = page_variables(study, page)
        values = {name: value for name, value in answers.values.items() if name in names}
        assert walk(study, submit(study, answers, page, values)) == interview
    kept = walk(study, Answers(interview.given, answers.pages))
    assert (kept.pages, kept.states, kept.next_page) == (
        interview.pages,
        interview.states,
        interview.next_page,
    )


@settings(max_examples=40, deadline=None)
@given(studies, seeds, st.sampled_from([0.0, 0.5]))
def test_a_data_set_says_of_every_row_what_its_interview_says(
    study: Study, seed: int, break_off: float
) -> None:
    responses = list(simulate(study, 5, seed, break_off))
    dataset = from_responses(study, responses)
    for row, response in enumerate(responses):
        states = walk(study, response.answers).states
        assert {key: State(int(dataset.states[key][row])) for key in states} == states
