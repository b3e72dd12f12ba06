"""Verdicts over tables of either kind."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.disclose.release import ReleasedCell, ReleasedTable, Status
from peil.disclose.verdicts import (
    Direction,
    compare,
    count_of,
    deviating,
    mean_of_shares,
    mode,
    rank,
    share_of,
)
from peil.study.plan import DeviationRule, Disclosure, Plan
from peil.study.tablespec import TableSpec
from peil.tabulate.table import BaseCount, Cell, Table

PLAN = Plan()


def made(group: str | None = None, **counts: int) -> Table:
    n = sum(counts.values())
    cells = tuple(Cell(option.replace("net_", "net:"), count, count / n) for option, count in counts.items())
    return Table(TableSpec("usage"), "usage", "usage", group, BaseCount(n, n, ""), cells)


def hidden(group: str | None = None) -> ReleasedTable:
    cells = tuple(ReleasedCell(option, None, None, Status.SUPPRESSED) for option in ("often", "never"))
    return ReleasedTable(
        TableSpec("usage"), "usage", "usage", group, None, None, "", Status.SUPPRESSED, cells
    )


def test_mode_names_all_that_tie() -> None:
    assert mode(made(often=4, rarely=4, never=2)) == ("often", "rarely")


def test_weighted_shares_that_differ_in_their_last_bit_tie() -> None:
    cells = (Cell("a", 3, 0.1 + 0.2), Cell("b", 1, 0.3), Cell("c", 4, 0.25))
    assert mode(replace(made(a=1), cells=cells)) == ("a", "b")


def test_options_left_out_and_nets_do_not_compete() -> None:
    table = made(often=4, never=3, dk=6, net_some=7, blank=9)
    assert mode(table) == ("dk",)
    assert mode(table, without=("dk",)) == ("often",)
    assert rank(table, "never") == 3
    assert rank(table, "never", without=("dk",)) == 2
    assert rank(table, "net:some") is None


def test_ranks_that_tie_share_the_best() -> None:
    table = made(a=5, b=3, c=3, d=1)
    assert [rank(table, option) for option in "abcd"] == [1, 2, 2, 4]


def test_a_hidden_table_says_nothing() -> None:
    table = hidden("art")
    assert mode(table) == ()
    assert rank(table, "often") is None
    assert share_of(table, ["often"]) is None
    assert count_of(table, ["often"]) is None
    assert mean_of_shares([made(often=1, never=1), table], ["often"]) is None
    assert deviating(made(often=50, never=50), [table], PLAN) == ()
    assert deviating(hidden(), [made("art", often=50)], PLAN) == ()
    assert compare(None, 0.5) is None


def test_sums_of_options() -> None:
    table = made(very=3, often=4, never=3)
    assert share_of(table, ["very", "often"]) == pytest.approx(0.7)
    assert count_of(table, ["very", "often"]) == 7
    assert share_of(table, ["very", "absent"]) is None


def test_a_mean_of_shares_counts_every_table_once() -> None:
    assert mean_of_shares([made(never=90, often=10), made(never=1, often=1)], ["never"]) == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("one", "other", "direction"),
    [
        (0.464, 0.456, Direction.SAME),
        (0.465, 0.464, Direction.MORE),
        (0.125, 0.13, Direction.SAME),
        (0.124, 0.125, Direction.LESS),
    ],
)
def test_compare_goes_by_whole_percentages_half_up(one: float, other: float, direction: Direction) -> None:
    assert compare(one, other) is direction


TOTAL = made(often=50, rarely=30, never=20)


def test_ten_points_from_the_total_deviate() -> None:
    classes = [
        made("ten", often=60, rarely=25, never=15),
        made("nine", often=59, rarely=26, never=15),
        made("below", often=40, rarely=35, never=25),
    ]
    found = deviating(TOTAL, classes, PLAN)
    assert [(each.group, round(each.points), each.option, each.other_mode) for each in found] == [
        ("ten", 10, "often", False),
        ("below", -10, "often", False),
    ]
    assert deviating(TOTAL, classes, Plan(deviation=DeviationRule(points=11))) == ()


def test_another_most_chosen_option_deviates() -> None:
    (found,) = deviating(TOTAL, [made("other", often=41, rarely=42, never=23)], PLAN, ["often"])
    assert (found.group, found.other_mode) == ("other", True)
    assert abs(found.points) < 12
    assert deviating(TOTAL, [made("other", often=45, rarely=46, never=15)], PLAN, ["never"]) == ()


def test_a_tie_that_shares_the_most_chosen_option_is_no_other() -> None:
    assert deviating(TOTAL, [made("tie", often=40, rarely=40, never=25)], PLAN, ["rarely"]) == ()


def test_a_small_class_never_deviates() -> None:
    small = made("small", often=0, rarely=0, never=9)
    assert deviating(TOTAL, [small], PLAN) == ()
    assert len(deviating(TOTAL, [small], Plan(disclosure=Disclosure(minimum_base=9)))) == 1


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50), min_size=1).filter(
        lambda d: any(d.values())
    )
)
def test_the_most_chosen_rank_first(counts: dict[str, int]) -> None:
    table = made(**counts)
    firsts = {option for option in counts if rank(table, option) == 1}
    assert set(mode(table)) == firsts
    assert {counts[option] for option in firsts} == {max(counts.values())}
