"""Answers that mean nothing in the study as it is now are no answers, in the interview and in data."""

from pathlib import Path

import pytest
from data_survey import make_study

from peil.data.from_responses import from_responses
from peil.interview.answers import Answers, Value
from peil.interview.state import State
from peil.interview.walk import to_response, walk
from peil.study.codebook import ValueKind
from peil.study.question import Kind
from peil.study.study import Study


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(Path(tmp_path_factory.mktemp("study")))


STALE: list[Value] = ["dropped", "", " ", False]
ANYTHING = {ValueKind.TEXT, ValueKind.DATE}
"""Kinds of which any word may be the value: only an empty one is none."""


@pytest.mark.parametrize(
    ("kind", "stale"),
    [(kind, stale) for kind in ValueKind for stale in STALE if not (kind in ANYTHING and stale == "dropped")],
)
def test_a_value_that_no_variable_of_its_kind_can_have(study: Study, kind: ValueKind, stale: Value) -> None:
    names = [variable.name for variable in study.codebook.variables.values() if variable.value is kind]
    assert names
    answers = Answers(dict.fromkeys(names, stale), frozenset(study.route.pages))
    dataset = from_responses(study, [to_response(study, "r", answers)])
    states = walk(study, answers).states
    for key, item in study.codebook.items.items():
        if not item.derived and item.kind is not Kind.CONTACT:
            assert dataset.states[key][0] == states[key], key
            assert states[key] not in {State.ANSWERED, State.DONT_KNOW}, key
