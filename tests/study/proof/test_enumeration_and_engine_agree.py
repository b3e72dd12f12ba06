"""The enumeration that judges the solver is the engine's own: what it holds possible can be walked."""

import pytest
from hypothesis import assume, given, settings

from enumerate_walks import State, TooManyWalksError, Walks, enumerate_walks
from peil.interview.course import Asking
from peil.interview.simulate import simulate
from peil.interview.walk import walk
from peil.study.study import Study
from random_routing import routings, study_of
from replay_walk import asked_steps, replay


def enumerated(files: tuple[str, str, str]) -> tuple[Study, Walks]:
    study = study_of(files)
    try:
        return study, enumerate_walks(study)
    except TooManyWalksError:
        assume(False)  # noqa: FBT003 - hypothesis has no other word for it
        raise


def assert_walked(study: Study, state: State, outcome: str) -> None:
    interview = replay(study, state.given.values)
    assert interview.outcome == outcome
    assert set(asked_steps(interview)) == state.steps
    assert interview.given == state.given.values
    assert interview.role == state.given.role()


@pytest.mark.slow
@settings(max_examples=40)
@given(routings())
def test_every_enumerated_interview_is_taken_page_by_page(files: tuple[str, str, str]) -> None:
    study, walks = enumerated(files)
    for state in walks.complete:
        assert_walked(study, state, "complete")
    for state, end in walks.ended:
        assert_walked(study, state, end.outcome)


@pytest.mark.slow
@settings(max_examples=40)
@given(routings())
def test_every_simulated_interview_is_among_the_enumerated(files: tuple[str, str, str]) -> None:
    study, walks = enumerated(files)
    asked = {m.entry.step.id for m in walks.moments if m.shown and isinstance(m.entry, Asking)}
    outcomes = {"complete"} if walks.complete else set()
    outcomes |= {end.outcome for _, end in walks.ended}
    for response in simulate(study, 10, seed=1):
        interview = walk(study, response.answers)
        assert interview.outcome in outcomes
        assert set(asked_steps(interview)) <= asked
        chosen = {
            (shown.question.id, option)
            for page in interview.pages
            for shown in page.steps
            for item in shown.items
            for option in item.option_ids
            if option == interview.given.get(item.key) or f"{item.key}.{option}" in interview.given
        }
        assert chosen <= walks.chosen
