from pathlib import Path

import numpy as np
import pytest
from data_survey import make_study

from peil.core.span import Span
from peil.data.analysis_set import select_analysis_set, select_rows
from peil.data.build import blank_columns, build_dataset
from peil.data.dataset import Dataset
from peil.data.mask_rows import mask_rows
from peil.data.rows import Rows
from peil.interview.state import State
from peil.study.expr.tree import And, Compare, CountOf, Has, Is, Not, Order
from peil.study.study import Study

ASKED_OF_SOME = """
# a: A

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit

## reasons  {optional}
if usage is often
Waarom?
- [ ] speed: Sneller
- [ ] dk: Weet ik niet  {missing}

## age
end if age < 18: too_young
U bent ___ [0..120] jaar.

## why
if reasons has speed
Waarom? ____

## last
Tot slot?
- ( ) yes: Ja
- ( ) no: Nee
"""
SETTINGS = '[about]\ntitle = "T"\nlanguages = ["nl"]\nanalysis_set = "why"\n'


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return make_study(tmp_path, ASKED_OF_SOME, plan="", settings=SETTINGS)


def rows(last_pages: str, outcomes: str = "") -> Rows:
    pages = last_pages.split()
    ended = outcomes.split() or ["-"] * len(pages)
    return Rows(
        tuple(f"r{number}" for number in range(len(pages))),
        np.array([page.strip("-") for page in pages], object),
        np.array([outcome.strip("-") for outcome in ended], object),
        np.zeros(len(pages), np.bool_),
        "data.csv",
        np.arange(len(pages), dtype=np.int64) + 2,
    )


def build(study: Study, about: Rows, **answers: list[object]) -> Dataset:
    columns = blank_columns(study, about.n)
    for name, values in answers.items():
        columns[name.replace("__", ".")] = np.array(values, columns[name.replace("__", ".")].dtype)
    return build_dataset(study, about, columns)


def states(dataset: Dataset, item: str) -> list[State]:
    return [State(code) for code in dataset.states[item]]


def test_the_five_states_of_a_multi_question(study: Study) -> None:
    found = build(
        study,
        rows("last last last last usage", "complete complete complete complete -"),
        usage=[1, 0, 0, 0, 0],
        reasons__speed=[0, 0, 1, 0, 0],
        reasons__dk=[0, 0, 0, 1, 0],
    )
    assert states(found, "reasons") == [
        State.NOT_ASKED,
        State.BLANK,
        State.ANSWERED,
        State.DONT_KNOW,
        State.LEFT_BEFORE,
    ]
    assert found.problems == ()


def test_an_answer_off_the_route_is_left_out_before_later_conditions_read_it(study: Study) -> None:
    found = build(
        study,
        rows("last last", "complete complete"),
        usage=[1, 0],
        reasons__speed=[True, True],
        why=["onzichtbaar", "zichtbaar"],
    )
    assert list(found.columns["reasons.speed"]) == [False, True]
    assert states(found, "why") == [State.NOT_ASKED, State.ANSWERED]
    assert list(found.columns["why"]) == ["", "zichtbaar"]
    assert [problem.code for problem in found.problems] == ["D020", "D020"]
    assert "1 row holds" in found.problems[0].message
    assert found.problems[0].span == Span("data.csv", 2, 1)


def test_the_first_rows_and_how_many_are_told(study: Study) -> None:
    about = rows("last " * 5, "complete " * 5)
    found = build(study, about, usage=[1] * 5, reasons__speed=[True] * 5)
    assert found.problems[0].message.startswith('5 rows hold an answer to "reasons"')
    assert "(r0, r1, r2, …)" in found.problems[0].message


def test_an_answer_after_the_last_page_is_left_out(study: Study) -> None:
    found = build(study, rows("usage"), usage=[1], last=[0])
    assert states(found, "last") == [State.LEFT_BEFORE]
    assert list(found.columns["last"]) == [-1]
    assert [problem.code for problem in found.problems] == ["D021"]


def test_nothing_is_asked_after_an_early_end(study: Study) -> None:
    found = build(study, rows("age age", "too_young -"), usage=[1, 1], age=[12.0, 30.0], last=[0, -1])
    assert states(found, "last") == [State.NOT_ASKED, State.LEFT_BEFORE]
    assert list(found.complete) == [False, False]


def test_the_analysis_set_counts_progress_and_not_answers(study: Study) -> None:
    """``why`` is asked of r3 alone: r0 never came to it, r1 and r2 passed it without being asked."""
    about = rows("usage age last age why age", "- - complete - - too_young")
    found = build(
        study,
        about,
        usage=[1, 1, 1, 0, 0, 1],
        reasons__speed=[0, 0, 0, 1, 1, 0],
        age=[np.nan, 40, 40, 40, 40, 12],
        why=["", "", "", "", "omdat", ""],
    )
    assert select_analysis_set(found).ids == ("r1", "r2", "r4")


def test_without_a_question_for_the_analysis_set_all_rows_count(tmp_path: Path) -> None:
    study = make_study(
        tmp_path, ASKED_OF_SOME, plan="", settings=SETTINGS.replace('analysis_set = "why"', "")
    )
    assert select_analysis_set(build(study, rows("- usage"))).n == 2


def test_selected_rows_keep_everything_in_step(study: Study) -> None:
    found = build(study, rows("usage age last"), usage=[0, 1, 0], age=[np.nan, 20, 30])
    kept = select_rows(found, np.array([True, False, True]))
    assert kept.ids == ("r0", "r2")
    assert list(kept.columns["usage"]) == [0, 0]
    assert list(kept.progress) == [found.progress[0], found.progress[2]]
    assert kept.rows is not None
    assert kept.rows.ids == kept.ids
    assert kept.rows.lines is not None
    assert list(kept.rows.lines) == [2, 4]
    assert all(len(column) == 2 for column in [*kept.columns.values(), *kept.states.values()])


def test_conditions_hold_on_a_finished_data_set_as_on_the_route(study: Study) -> None:
    about = rows("last last last", "complete complete complete")
    found = build(study, about, usage=[0, 0, 1], reasons__speed=[1, 0, 0], reasons__dk=[0, 1, 0])
    tree = And((Is("usage", ("often",)), Not(Has("reasons", "speed"))))
    assert list(mask_rows(found, tree)) == [False, True, False]
    counted = Compare(CountOf("reasons"), Order.LESS, 1)  # type: ignore[arg-type]
    assert list(mask_rows(found, counted)) == [False, True, False]


def test_the_first_class_that_holds_counts(tmp_path: Path) -> None:
    plan = """
    [derived.age3]
    title = "Leeftijd"
    classes.young = { title = "jong", if = "age < 30" }
    classes.other = { title = "ouder", if = "age > 20" }
    """
    study = make_study(tmp_path, ASKED_OF_SOME, plan=plan, settings=SETTINGS)
    found = build(study, rows("age age age usage"), age=[20, 25, 40, np.nan])
    assert list(found.columns["age3"]) == [0, 0, 1, -1]
    assert states(found, "age3") == [State.ANSWERED, State.ANSWERED, State.ANSWERED, State.NOT_ASKED]
