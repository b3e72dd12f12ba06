"""The gate lets through what the rules allow and nothing else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.disclose.as_json import released_json
from peil.disclose.gate import release
from peil.disclose.merge import MERGED
from peil.disclose.release import Release, Status
from peil.fieldwork.facts import Facts
from peil.study.about import About
from peil.study.codebook import Codebook
from peil.study.plan import Disclosure, Plan
from peil.study.questionnaire import Questionnaire
from peil.study.route import Route
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.study.text import Wording
from peil.tabulate.table import BaseCount, Cell, Mean, Table

FACTS = Facts(130, 130, 91, {"usage": 130}, synthetic=True)


def study(disclosure: Disclosure | None = None) -> Study:
    return Study(
        folder=Path(),
        about=About(Wording("study.title"), ("nl",)),
        roles=(),
        questionnaire=Questionnaire((), (), ()),
        codebook=Codebook({}, {}),
        route=Route(()),
        plan=Plan(disclosure=disclosure or Disclosure()),
    )


def table(
    counts: list[int], group: str | None = None, *, by: str | None = "sector", mean: Mean | None = None
) -> Table:
    n = sum(counts)
    cells = tuple(Cell(f"o{place}", count, count / n if n else None) for place, count in enumerate(counts))
    spec = TableSpec("usage", by if group else None)
    return Table(
        spec, "usage", "usage", group, BaseCount(n, float(n), "wie de vraag beantwoordde"), cells, mean
    )


def let_through(*tables: Table, disclosure: Disclosure | None = None) -> Release:
    return release(study(disclosure), tables, FACTS, "")


@pytest.mark.parametrize(
    ("n", "status"),
    [
        (0, Status.SUPPRESSED),
        (9, Status.SUPPRESSED),
        (10, Status.INDICATIVE),
        (29, Status.INDICATIVE),
        (30, Status.SHOWN),
    ],
)
def test_the_base_decides(n: int, status: Status) -> None:
    (found,) = let_through(table([n, 0], "art")).tables
    assert (found.status, {cell.status for cell in found.cells}) == (status, {status})
    assert (found.n is None) == (status is Status.SUPPRESSED)


def test_the_plan_sets_the_minimum() -> None:
    (found,) = let_through(table([8, 4], "art"), disclosure=Disclosure("standard", 15, 40)).tables
    assert found.n is None


def test_cells_are_counted() -> None:
    found = let_through(table([60, 40]), table([3, 1], "art"), table([30, 30], "media"))
    assert (found.accounting.cells, found.accounting.hidden) == (6, 2)
    assert found.find(TableSpec("usage", "sector"), "art") is found.tables[1]


def test_a_mean_needs_values_enough() -> None:
    few, enough = Mean(123.5, 9), Mean(7.25, 10)
    found = let_through(table([60, 40], mean=few), table([60, 40], mean=enough))
    assert [each.mean for each in found.tables] == [None, 7.25]


def test_the_mean_of_a_cell_needs_values_enough() -> None:
    cells = (Cell("o0", 40, 0.4, mean=Mean(1.75, 9)), Cell("o1", 60, 0.6, mean=Mean(2.5, 80)))
    (found,) = let_through(replace(table([40, 60]), cells=cells)).tables
    assert [cell.mean for cell in found.cells] == [None, 2.5]


def test_a_draft_hides_nothing_and_says_so() -> None:
    found = let_through(table([3, 1], "art"), disclosure=Disclosure("draft"))
    assert found.disclosure.profile == "draft"
    assert [cell.n for cell in found.tables[0].cells] == [3, 1]
    assert found.tables[0].status is Status.INDICATIVE
    assert (found.accounting.hidden, found.warnings) == (0, ())


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=6
        )
    )
)
def test_no_number_of_a_small_base_gets_out(groups: list[list[int]]) -> None:
    made = [
        replace(
            table(counts, f"c{place}", mean=Mean(3.5, sum(counts)) if sum(counts) else None),
            cells=tuple(replace(cell, se=0.1, low=0.2, high=0.3) for cell in table(counts, "x").cells),
        )
        for place, counts in enumerate(groups)
    ]
    for before, after in zip(made, let_through(*made).tables, strict=True):
        numbers = [after.n, after.weighted, after.mean]
        numbers += [
            each for cell in after.cells for each in (cell.n, cell.share, cell.se, cell.low, cell.high)
        ]
        if before.n < 10:
            assert set(numbers) == {None}
        else:
            assert after.n == before.n
            assert [cell.share for cell in after.cells] == [cell.share for cell in before.cells]


def test_a_planted_group_of_four_is_nowhere() -> None:
    cells = (Cell("o0", 3, 0.717171, 0.3131313, 0.1212121, 0.9393939), Cell("o1", 1, 0.282829))
    planted = replace(
        table([3, 1], "planted", mean=Mean(55.55555, 4)), base=BaseCount(4, 4.4444444, "rule"), cells=cells
    )
    found = let_through(table([60, 40]), planted, table([33, 63], "media"))
    for secret in ("717171", "282829", "313131", "121212", "939393", "55.555", "4.444"):
        assert secret not in repr(found)
        assert secret not in json.dumps(released_json(found))
    hidden = released_json(found)[1]
    assert hidden["base"] == {"n": None, "weighted": None, "rule": "rule"}
    assert hidden["cells"] == [
        {
            "option": option,
            "n": None,
            "share": None,
            "se": None,
            "low": None,
            "high": None,
            "status": "suppressed",
        }
        for option in ("o0", "o1")
    ]


def shown(found: Release) -> list[list[int | None]]:
    return [[cell.n for cell in each.cells] for each in found.tables]


def test_a_class_that_would_follow_from_the_others_has_a_second_one_hidden_and_costs_a_warning() -> None:
    total, big, more = table([60, 46]), table([30, 20], "big"), table([26, 24], "more")
    found = let_through(total, big, more, table([4, 2], "small"), table([0, 0], "none"))
    assert shown(found)[0] == [60, 46]
    assert shown(found)[3] == [None, None]
    assert sum(None in cells for cells in shown(found)[1:3]) == 1
    assert [(each.spec.by, each.groups) for each in found.warnings] == [("sector", ("small",))]
    assert found.accounting.secondary == 2
    assert found.unprotected == ()


def test_without_a_total_nothing_follows() -> None:
    found = let_through(table([30, 20], "big"), table([26, 24], "more"), table([4, 2], "small"))
    assert shown(found) == [[30, 20], [26, 24], [None, None]]
    assert found.warnings == ()


def test_small_classes_are_taken_together() -> None:
    found = let_through(
        table([66, 44]), table([60, 40], "big"), table([4, 2], "small"), table([2, 2], "other")
    )
    assert shown(found)[2:] == [[None, None], [None, None]]
    (together,) = found.merged
    assert (together.group, together.merged, together.n) == (MERGED, ("small", "other"), 10)
    assert [cell.n for cell in together.cells] == [6, 4]
    assert together.status is Status.INDICATIVE
    assert found.find(TableSpec("usage", "sector"), MERGED) is together
    assert found.warnings == ()


def test_classes_too_small_even_together_are_not_but_hide_each_other() -> None:
    found = let_through(
        table([66, 43]), table([60, 40], "big"), table([4, 2], "small"), table([2, 1], "other")
    )
    assert found.merged == ()
    assert found.warnings == ()
    assert [None in cells for cells in shown(found)] == [False, False, True, True]


def test_weights_count_in_what_is_taken_together() -> None:
    one, other = table([4, 1], "a"), table([1, 4], "b")
    heavy = replace(other, base=BaseCount(5, 15.0, "rule"))
    (together,) = let_through(one, heavy).merged
    assert together.weighted == 20.0
    assert [cell.share for cell in together.cells] == pytest.approx([(5 * 0.8 + 15 * 0.2) / 20, 13 / 20])


def test_json_of_a_shown_table() -> None:
    (found,) = released_json(let_through(table([30, 10], "media", mean=Mean(2.5, 40))))
    assert found == {
        "question": "usage",
        "item": None,
        "by": "sector",
        "group": "media",
        "base": {"n": 40, "weighted": 40.0, "rule": "wie de vraag beantwoordde"},
        "cells": [
            {
                "option": "o0",
                "n": 30,
                "share": 0.75,
                "se": None,
                "low": None,
                "high": None,
                "status": "shown",
            },
            {
                "option": "o1",
                "n": 10,
                "share": 0.25,
                "se": None,
                "low": None,
                "high": None,
                "status": "shown",
            },
        ],
        "mean": 2.5,
    }
