"""Given all that the reference study publishes, no hidden number can be worked out."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from peil import line, reportline
from peil.disclose.audit_release import audit_release, count_recovered
from peil.disclose.gate import release
from peil.disclose.release import Release
from peil.study.plan import Disclosure
from peil.study.study import Study
from peil.tabulate.table import Table
from peil.tabulate.tabulate import tabulate

pytestmark = pytest.mark.slow

STUDY = Path(__file__).parents[2] / "studies/genai-creative-work"
IDENTIFYING = frozenset({"sector", "organisation", "organisation5", "employment", "position", "size"})
SENSITIVE = frozenset({"lost", "lost_share", "turnover_now", "turnover_future"})
ITEMS = (
    "usage",
    "reasons",
    "lost",
    "lost_share",
    "hours_now",
    "turnover_now",
    "chosen_over",
    "sector",
    "position",
)


@cache
def tables_of() -> tuple[Study, tuple[Table, ...]]:
    study = line.read_sound_study(STUDY)
    specs = [spec for spec in reportline.published_specs(study, []) if spec.item in ITEMS]
    return study, tabulate(line.read_analysis_set(study, None), specs)


@cache
def published(minimum: int, *, marked: bool, secondary: bool = True) -> tuple[Study, Release]:
    study, tables = tables_of()
    names = (IDENTIFYING, SENSITIVE) if marked else (frozenset[str](), frozenset[str]())
    rules = Disclosure(minimum_base=minimum, identifying=names[0], sensitive=names[1])
    ruled = replace(study, plan=replace(study.plan, disclosure=rules))
    facts = line.count_dataset_facts(line.read_analysis_set(study, None), 130)
    return ruled, release(ruled, tables, facts, "", secondary=secondary)


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize("minimum", [3, 5, 10])
def test_nothing_hidden_is_recovered(
    minimum: int, *, marked: bool, record_property: Callable[[str, object], None]
) -> None:
    study, found = published(minimum, marked=marked)
    record_property("share_hidden", found.accounting.hidden / found.accounting.cells)
    assert found.unprotected == ()
    assert [one for one in audit_release(study, found) if not one.protected] == []


@pytest.mark.parametrize("minimum", [3, 5, 10])
def test_the_same_attack_succeeds_when_nothing_further_is_hidden(minimum: int) -> None:
    assert count_recovered(*published(minimum, marked=True, secondary=False)) > 0


def test_the_whole_sample_of_ordinary_questions_stays_visible() -> None:
    _, found = published(10, marked=True)
    for item in ("usage", "reasons", "hours_now", "chosen_over", "sector"):
        whole = next(table for table in found.tables if (table.item, table.group) == (item, None))
        assert all(cell.n is not None for cell in whole.cells), item


def test_the_rules_hide_small_counts_only_beside_an_identifying_variable() -> None:
    _, plain = published(10, marked=False)
    _, marked = published(10, marked=True)
    assert (plain.accounting.small, plain.accounting.alike) == (0, 0)
    assert marked.accounting.small > 0
    assert marked.accounting.alike > 0
    for table in marked.tables:
        if table.group is None or table.item == table.spec.by or table.item in {"sector", "position"}:
            continue
        least = 4 if table.item in SENSITIVE else 2
        shown = [cell.n for cell in table.cells if cell.n is not None]
        assert not [n for n in shown if 0 < n <= least], table.item
        if table.item in SENSITIVE:
            assert not {0, table.n} & set(shown)


def test_a_table_with_a_hidden_cell_has_no_mean_no_errors_and_no_test() -> None:
    _, found = published(10, marked=True)
    partly = [table for table in found.tables if table.partly]
    assert partly
    for table in partly:
        assert (table.mean, table.test) == (None, None)
        assert {(cell.se, cell.low, cell.high, cell.p) for cell in table.cells} == {(None,) * 4}


def test_what_has_no_end_counts_as_protected() -> None:
    """Where neither the whole sample nor the size of a class is shown, a hidden count can be any."""
    study, found = published(10, marked=True)
    tables = [
        one
        for one in found.tables
        if (one.item, one.spec.by) == ("usage", "sector") and one.n is None and one.group is not None
    ]
    assert tables
    alone = replace(found, tables=tuple(tables), merged=())
    bounds = audit_release(study, alone)
    assert bounds
    assert {one.high for one in bounds} == {float("inf")}
    assert all(one.protected for one in bounds)
