"""Moments add up over any split of the rows."""

from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from peil.tabulate.moments import (
    MeanMoments,
    Moments,
    count_choices,
    count_ticks,
    count_values,
    join_cells,
)
from peil.tabulate.statistics import (
    as_lists,
    design_effects,
    logit_intervals,
    shares,
    standard_errors,
)

ROW = st.tuples(
    st.integers(-1, 2),  # class
    st.integers(-1, 3),  # option
    st.sampled_from([0.0, 0.25, 1.0, 1.5, 4.0]),  # weight: sums of these are exact
    st.tuples(st.booleans(), st.booleans()),
)
Row = tuple[int, int, float, tuple[bool, bool]]


def counted(rows: list[Row], *, weighted: bool = True) -> Moments:
    groups = np.array([row[0] for row in rows], np.int64)
    codes = np.array([row[1] for row in rows], np.int64)
    weights = np.array([row[2] for row in rows]) if weighted else None
    ticks = [np.array([row[3][place] for row in rows], np.bool_) for place in (0, 1)]
    single = count_choices(groups, 3, codes, 4, weights)
    return join_cells(single, count_ticks(groups, 3, ticks, weights))


def flat(moments: Moments) -> list[object]:
    return [
        moments.rows,
        *(
            each.tolist()
            for sums in (moments.base, moments.cells)
            for each in (sums.n, sums.positive, sums.w, sums.w2)
        ),
    ]


@given(st.lists(ROW, max_size=40), st.integers(0, 40))
def test_moments_are_additive(rows: list[Row], cut: int) -> None:
    assert flat(counted(rows[:cut]) + counted(rows[cut:])) == flat(counted(rows))


@given(st.lists(ROW, max_size=40).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_rows_does_not_matter(both: tuple[list[Row], list[Row]]) -> None:
    assert flat(counted(both[0])) == flat(counted(both[1]))


@given(st.lists(ROW, max_size=40))
def test_a_weight_of_one_for_all_equals_unweighted(rows: list[Row]) -> None:
    ones = [(group, code, 1.0, ticks) for group, code, _, ticks in rows]
    assert flat(counted(ones)) == flat(counted(ones, weighted=False))


@given(st.lists(ROW, max_size=40))
def test_moments_are_sums_over_rows(rows: list[Row]) -> None:
    moments = counted(rows)
    for group in range(3):
        inside = [row for row in rows if row[0] == group]
        assert moments.base.n[group] == len(inside)
        assert moments.base.w2[group] == sum(row[2] ** 2 for row in inside)
        for code in range(4):
            chose = [row[2] for row in inside if row[1] == code]
            assert moments.cells.n[group, code] == len(chose)
            assert moments.cells.positive[group, code] == sum(weight > 0 for weight in chose)
            assert moments.cells.w[group, code] == sum(chose)
        for place in (0, 1):
            assert moments.cells.w[group, 4 + place] == sum(row[2] for row in inside if row[3][place])


@given(st.lists(ROW, max_size=40))
def test_statistics_stay_in_range(rows: list[Row]) -> None:
    moments = counted(rows)
    found = zip(
        chain(*as_lists(shares(moments))),
        chain(*as_lists(standard_errors(moments))),
        chain(*as_lists(logit_intervals(moments).low)),
        chain(*as_lists(logit_intervals(moments).high)),
        chain(*as_lists(design_effects(moments))),
        np.repeat(moments.base.w, 6).tolist(),
        strict=True,
    )
    for share, se, low, high, deff, base in found:
        if base == 0:
            assert (share, se, low, high, deff) == (None,) * 5
            continue
        assert share is not None
        assert 0 <= share <= 1
        if len(rows) > 1 and share in {0, 1}:
            assert (se, low, high, deff) == (0, None, None, None)
        if low is not None and high is not None:
            assert 0 <= low < share < high <= 1
            assert deff is not None


@given(st.lists(st.tuples(st.integers(-1, 1), st.sampled_from([1.0, 2.5, float("nan")])), max_size=20))
def test_means_skip_those_who_gave_no_value(rows: list[tuple[int, float]]) -> None:
    def of(part: list[tuple[int, float]]) -> MeanMoments:
        groups = np.array([row[0] for row in part], np.int64)
        return count_values(groups, 2, np.array([row[1] for row in part], np.float64), None)

    whole, halves = of(rows), of(rows[::2]) + of(rows[1::2])
    for group in (0, 1):
        values = [value for where, value in rows if where == group and value == value]  # noqa: PLR0124 - NaN
        assert whole.n[group] == len(values)
        assert whole.wx[group] == sum(values)
    assert (whole.n.tolist(), whole.w.tolist()) == (halves.n.tolist(), halves.w.tolist())
