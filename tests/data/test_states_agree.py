from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from data_survey import answers_at_random, make_study
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.data.analysis_set import select_rows
from peil.data.from_responses import from_responses
from peil.interview.answers import Answers
from peil.interview.response import Response
from peil.interview.state import State
from peil.interview.walk import to_response, walk
from peil.study.question import Kind
from peil.study.study import Study

pytestmark = pytest.mark.slow


@cache
def study() -> Study:
    return make_study(Path(mkdtemp()))


def responses(some: list[Answers]) -> list[Response]:
    return [to_response(study(), f"r{number}", one) for number, one in enumerate(some)]


@given(st.lists(answers_at_random(study()), min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_every_cell_has_the_state_that_the_interview_gives_it(some: list[Answers]) -> None:
    dataset = from_responses(study(), responses(some))
    for row, one in enumerate(some):
        told = walk(study(), one).states
        for key, item in study().codebook.items.items():
            if item.derived or item.kind is Kind.CONTACT:
                continue
            assert dataset.states[key][row] == told[key], key


@given(st.lists(answers_at_random(study()), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_a_whole_interview_has_the_role_and_classes_that_the_interview_gives_it(some: list[Answers]) -> None:
    kept = responses(some)
    dataset = from_responses(study(), kept)
    whole = select_rows(dataset, dataset.complete)
    interviews = [walk(study(), one.answers) for one in kept if one.outcome == "complete"]
    assert [study().roles[role].id for role in whole.roles] == [one.role for one in interviews]
    for name in ("young", "use"):
        assert list(whole.states[name]) == [one.states[name] for one in interviews]


@given(st.lists(answers_at_random(study()), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_only_answers_that_are_visible_are_kept(some: list[Answers]) -> None:
    dataset = from_responses(study(), responses(some))
    variables = study().codebook.variables
    for row, one in enumerate(some):
        interview = walk(study(), one)
        for name, column in dataset.columns.items():
            if name in study().codebook.items and study().codebook.items[name].derived:
                continue
            state = dataset.states[variables[name].item][row]
            seen = name in interview.given and state not in {State.LEFT_BEFORE, State.NOT_ASKED}
            assert bool(_given(column[row], dataset.missing_steps, name, row)) is seen, name


def _given(cell: object, missing_steps: object, name: str, row: int) -> bool:
    if name in missing_steps and missing_steps[name][row] >= 0:  # type: ignore[operator, index]
        return True
    if isinstance(cell, str):
        return cell != ""
    return bool(cell) if cell.dtype == bool else bool(cell >= 0)  # type: ignore[attr-defined, operator]
