"""Ticks and ranks that the interview refuses are told of imported data, and kept."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest
from data_survey import SETTINGS, make_study
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.core.problem import Severity
from peil.data.build import blank_columns, build_dataset
from peil.data.dataset import Dataset
from peil.data.rows import Rows
from peil.interview.answer_problem import AnswerCode
from peil.interview.answers import Answers, Value
from peil.interview.state import State
from peil.interview.submit import submit
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.study.codebook import ValueKind
from peil.study.study import Study

QUESTIONNAIRE = """
# a: A

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit

# b: B  {one page}

## reasons  {optional, at least 2, at most 3}
if usage is often or usage is never
Waarom?
- [ ] speed: Sneller
- [ ] team: Voor het team  {if usage is often}
- [ ] cost: Goedkoper  {if usage is often}
- [ ] fun: Leuker
- [ ] none: Geen  {exclusive}
- [ ] dk: Weet ik niet  {missing}

## wishes  {ranking, optional}
Orden alles.
- a: A
- b: B
- c: C  {if usage is often}

## best  {ranking, optional, at most 2}
Orden de beste.
- a: A
- b: B
- c: C

## ability  {matrix, optional}
Wat helpt?
columns
- [ ] mail: Post
- [ ] team: Team
- [ ] none: Geen  {exclusive}
rows
- home: Thuis
- work: Werk
"""
CODES = {
    AnswerCode.EXCLUSIVE: "D023",
    AnswerCode.TOO_MANY: "D024",
    AnswerCode.TOO_FEW: "D025",
    AnswerCode.BAD_RANK: "D026",
}


@cache
def study() -> Study:
    settings_text = SETTINGS.replace('analysis_set = "detail"\n', "")
    return make_study(Path(mkdtemp()), QUESTIONNAIRE, "", settings_text)


def dataset_of(rows: list[dict[str, Value]], outcome: str = "complete", last_page: str = "") -> Dataset:
    """Give the data set of imported rows; whoever says nothing else uses it often."""
    n = len(rows)
    columns = blank_columns(study(), n)
    for number, row in enumerate(rows):
        for name, value in ({"usage": "often"} | row).items():
            variable = study().codebook.variables[name]
            options = study().codebook.items[variable.item].option_ids
            columns[name][number] = options.index(str(value)) if variable.value is ValueKind.OPTION else value
    told = Rows(
        tuple(f"r{number}" for number in range(n)),
        np.full(n, last_page, object),
        np.full(n, outcome, object),
        np.zeros(n, np.bool_),
    )
    return build_dataset(study(), told, columns)


def ticks(question: str, *options: str) -> dict[str, Value]:
    return {f"{question}.{option}": True for option in options}


def ranks(question: str, **given_ranks: int) -> dict[str, Value]:
    return {f"{question}.{option}": rank for option, rank in given_ranks.items()}


ODD = {
    "exclusive with others": (ticks("reasons", "none", "speed"), "D023"),
    "exclusive with don't know": (ticks("reasons", "none", "dk"), "D023"),
    "exclusive in a row of a matrix": (ticks("ability.work", "mail", "none"), "D023"),
    "more ticks than at most": (ticks("reasons", "speed", "team", "cost", "fun"), "D024"),
    "more ranks than at most": (ranks("best", a=1, b=2, c=3), "D024"),
    "fewer ticks than at least": (ticks("reasons", "speed"), "D025"),
    "a ranking of all that isn't of all": (ranks("wishes", a=1, b=2), "D025"),
    "a rank skipped": (ranks("best", a=2), "D026"),
}


@pytest.mark.parametrize(("row", "code"), ODD.values(), ids=ODD)
def test_what_the_interview_refuses_is_a_warning_and_kept(row: dict[str, Value], code: str) -> None:
    found = dataset_of([row])
    (problem,) = found.problems
    assert (problem.code, problem.severity) == (code, Severity.WARNING)
    assert problem.hint
    assert all(found.columns[name][0] == value for name, value in row.items())
    item = study().codebook.variables[next(iter(row))].item
    assert found.states[item][0] in {State.ANSWERED, State.DONT_KNOW}


FINE = {
    "as many as at most": ticks("reasons", "speed", "team", "cost"),
    "as few as at least": ticks("reasons", "speed", "fun"),
    "exclusive alone": ticks("reasons", "none"),
    "don't know alone": ticks("reasons", "dk"),
    "nothing": {},
    "all ranked": ranks("wishes", a=2, b=1, c=3),
    "all that are shown ranked": {"usage": "never"} | ranks("wishes", a=2, b=1),
    "some of at most": ranks("best", c=1),
}


@pytest.mark.parametrize("row", FINE.values(), ids=FINE)
def test_what_the_interview_accepts_is_not_told(row: dict[str, Value]) -> None:
    assert dataset_of([row]).problems == ()


def test_a_question_is_told_once_with_its_first_rows() -> None:
    odd = ticks("ability.work", "mail", "none") | ticks("ability.home", "mail", "none")
    (problem,) = dataset_of([{}, odd, odd, ticks("ability.home", "team", "none"), odd]).problems
    assert problem.message == (
        '4 rows hold an option of "ability" that excludes the others, and others too (r1, r2, r3, …); '
        "all are counted."
    )


def test_answers_that_are_left_out_are_told_as_that_alone() -> None:
    off_route = {"usage": "never"} | ranks("wishes", a=2, b=3, c=1)
    assert [problem.code for problem in dataset_of([off_route]).problems] == ["D020"]
    late = dataset_of([ticks("reasons", "none", "speed")], outcome="", last_page=study().route.pages[0])
    assert [problem.code for problem in late.problems] == ["D021"]


PAGE = ("reasons", "wishes", "best", "ability.home", "ability.work")


@st.composite
def pages_at_random(draw: st.DrawFn) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key in PAGE:
        item = study().codebook.items[key]
        order = draw(st.permutations(range(1, len(item.option_ids) + 1)))
        for option, rank in zip(item.option_ids, order, strict=True):
            if draw(st.booleans()):
                ranked = study().codebook.variables[f"{key}.{option}"].value is ValueKind.RANK
                found[f"{key}.{option}"] = rank if ranked else True
    return found


@pytest.mark.slow
@given(pages_at_random(), st.sampled_from(["often", "never"]))
@settings(max_examples=150, deadline=None)
def test_data_are_told_what_the_interview_refuses(values: dict[str, Value], usage: str) -> None:
    first, second = study().route.pages
    before = submit(study(), Answers({}, frozenset()), first, {"usage": usage})
    refused = check_answers(study(), walk(study(), before), second, values)
    hidden = {
        study().codebook.variables[problem.name].item
        for problem in refused
        if problem.code is AnswerCode.HIDDEN_OPTION
    }
    expected = {
        (CODES[problem.code], study().codebook.items[problem.name].question)
        for problem in refused
        if problem.code in CODES and problem.name not in hidden
    }
    told = dataset_of([{"usage": usage} | values]).problems
    found = {(problem.code, problem.message.split('"')[1]) for problem in told if problem.code != "D020"}
    assert found == expected
