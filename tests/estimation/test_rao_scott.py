"""What tests of independence hold to whatever the table, and what they refuse."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, chi2_contingency, f
from table_rows import TableRows, counted, table_rows

from peil.estimation import rao_scott, tested
from peil.estimation.crossing import cross, stack_choices
from peil.estimation.design import Design, Lonely, Stage
from peil.estimation.frame import make_frame
from peil.estimation.moments import Moments, Sums
from peil.estimation.pearson import has_empty_ring

NUMBERS = ("statistic", "df1", "df2", "p")


def every_test(rows: TableRows, lonely: Lonely = Lonely.FAIL) -> dict[str, tested.Tested]:
    return rao_scott.test_independence(rows.moments, rows.frame, lonely)


def same(one, other) -> None:
    """Tests with the same numbers, or refused for the same reason."""
    for name, test in one.items():
        assert test.reason == other[name].reason, name
        for number in NUMBERS:
            got, want = getattr(test, number), getattr(other[name], number)
            assert (got is None) == (want is None), (name, number)
            assert got is None or got == pytest.approx(want, rel=1e-6, abs=1e-9), (name, number)


def turned(moments: Moments, groups, options) -> Moments:
    return Moments(
        Sums(*(part[:, groups] for part in vars(moments.base).values())),
        Sums(*(part[:, groups][:, :, options] for part in vars(moments.cells).values())),
    )


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows(), st.sampled_from([1e-3, 7.0, 1e6]))
def test_weights_count_by_their_ratio_alone(rows: TableRows, factor: float) -> None:
    scaled = replace(rows.design, weights=rows.design.weights * factor)
    same(every_test(rows), every_test(replace(rows, design=scaled)))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows(), st.randoms())
def test_the_order_of_groups_and_options_makes_no_difference(rows: TableRows, chance) -> None:
    moments = rows.moments
    groups, options = list(range(len(rows.names[0]))), list(range(len(rows.names[1])))
    chance.shuffle(groups)
    chance.shuffle(options)
    other = rao_scott.test_independence(turned(moments, groups, options), rows.frame, Lonely.FAIL)
    same(every_test(rows), other)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows())
def test_groups_by_options_is_options_by_groups(rows: TableRows) -> None:
    swapped = TableRows(rows.options, rows.groups, rows.design, rows.names[::-1])
    same(every_test(rows), every_test(swapped))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows())
def test_all_numbers_are_there_or_none(rows: TableRows) -> None:
    for test in every_test(rows).values():
        numbers = [getattr(test, number) for number in NUMBERS]
        if test.reason is None:
            assert test.p is not None
            assert 0 <= test.p <= 1
            assert all(number is None or np.isfinite(number) for number in numbers)
        else:
            assert numbers == [None] * 4


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.lists(table_rows(), min_size=1, max_size=3))
def test_many_tables_at_once_are_those_one_by_one(several: list[TableRows]) -> None:
    rows = several[0]
    moments = [rows.moments, turned(rows.moments, [1, 0], [1, 0]), rows.moments]
    together = rao_scott.test_tables(moments, rows.frame, Lonely.FAIL)
    alone = [rao_scott.test_independence(each, rows.frame, Lonely.FAIL)["F"] for each in moments]
    same(dict(enumerate(together)), dict(enumerate(alone)))
    options = rao_scott.test_each_option(moments, rows.frame, Lonely.FAIL)
    for each, found in zip(moments, options, strict=True):
        single = [made["F"] for made in rao_scott.test_options(each, rows.frame, Lonely.FAIL)]
        same(dict(enumerate(found)), dict(enumerate(single)))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows())
def test_rows_drawn_one_by_one_are_clusters_of_one_row(rows: TableRows) -> None:
    """The quick way for rows drawn in strata gives what the general one does."""
    design = replace(rows.design, stages=(Stage(),))
    clusters = replace(design, stages=(Stage(np.arange(design.rows)),))
    same(every_test(replace(rows, design=design)), every_test(replace(rows, design=clusters)))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows(), st.floats(1.5, 20))
def test_a_finite_population_makes_differences_surer(rows: TableRows, times: float) -> None:
    design = replace(rows.design, stages=(Stage(),))
    drawn = np.bincount(design.strata)[design.strata]
    finite = replace(design, stages=(Stage(None, drawn * times),))
    endless, small = (
        every_test(replace(rows, design=design))["F"],
        every_test(replace(rows, design=finite))["F"],
    )
    if endless.reason is None and len(set(drawn)) == 1:
        assert small.statistic == pytest.approx(endless.statistic / (1 - 1 / times))


@pytest.mark.parametrize("counts", [((9, 4), (3, 8)), ((5, 6, 7), (9, 2, 3), (4, 4, 8))])
def test_simple_random_sampling_gives_pearson(counts) -> None:
    """With n / (n - 1) in the variance, as R has it, X² is Pearson's and is judged times (n - 1) / n."""
    tests = every_test(counted(counts))
    pearson = chi2_contingency(counts, correction=False)
    n = np.sum(counts)
    assert tests["Chisq"].statistic == pytest.approx(pearson.statistic)
    assert tests["Chisq"].df1 == pearson.dof
    assert tests["Chisq"].p == pytest.approx(chi2.sf(pearson.statistic * (n - 1) / n, pearson.dof))
    statistic = pearson.statistic / pearson.dof * (n - 1) / n
    assert tests["F"].statistic == pytest.approx(statistic)
    assert (tests["F"].df1, tests["F"].df2) == pytest.approx((pearson.dof, pearson.dof * (n - 1)))
    assert tests["F"].p == pytest.approx(f.sf(statistic, pearson.dof, pearson.dof * (n - 1)))


def test_an_option_that_nobody_chose_and_an_empty_group_are_left_out() -> None:
    full = counted(((9, 4, 2), (3, 8, 5)))
    gaps = replace(full, names=(("g0", "nobody", "g1"), ("never", "o0", "o1", "o2")))
    same(every_test(full), every_test(gaps))


def test_rows_without_an_option_or_a_group_are_in_no_test() -> None:
    full = counted(((9, 4, 2), (3, 8, 5)))
    more = TableRows(
        [*full.groups, "g0", None, "elsewhere"],
        [*full.options, "", "o1", "o2"],
        Design(len(full.groups) + 3),
        full.names,
    )
    few, many = every_test(full)["Chisq"], every_test(more)["Chisq"]
    assert few.statistic == pytest.approx(many.statistic)
    assert every_test(full)["Wald"].df2 == every_test(more)["Wald"].df2


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        (((0, 0), (0, 0)), tested.Untestable.NOBODY),
        (((5, 3), (0, 0)), tested.Untestable.ONE_GROUP),
        (((5, 0), (7, 0)), tested.Untestable.ONE_OPTION),
        (((5, 3, 0, 0), (6, 2, 0, 0), (0, 0, 4, 5)), tested.Untestable.EMPTY_CELLS),
    ],
)
def test_tables_with_nothing_to_compare_say_why(counts, reason: tested.Untestable) -> None:
    rows = counted(counts, Design(1) if np.sum(counts) == 0 else None)
    if np.sum(counts) == 0:
        rows = TableRows([None], [None], rows.design, rows.names)
    for name in ("F", "Chisq", "saddlepoint"):
        test = every_test(rows)[name]
        assert (test.reason, test.p, test.statistic) == (reason, None, None)
    assert every_test(rows)["Wald"].p is None


def test_one_cluster_leaves_no_degrees_of_freedom() -> None:
    counts = ((5, 3), (2, 6))
    alone = Design(16, stages=(Stage(np.zeros(16, np.int64)),))
    for test in every_test(counted(counts, alone), Lonely.REMOVE).values():
        assert test.reason is tested.Untestable.NO_FREEDOM


def test_a_census_has_no_sampling_error() -> None:
    census = Design(16, stages=(Stage(None, np.full(16, 16.0)),))
    for test in every_test(counted(((5, 3), (2, 6)), census)).values():
        assert test.reason is tested.Untestable.NO_SPREAD


def test_strata_that_fix_every_cell_leave_no_sampling_error() -> None:
    rows = counted(((5, 3), (2, 6)))
    strata = np.unique([g + o for g, o in zip(rows.groups, rows.options, strict=True)], return_inverse=True)[
        1
    ]
    for test in every_test(replace(rows, design=Design(16, strata=strata))).values():
        assert test.reason is tested.Untestable.NO_SPREAD


def test_wald_needs_a_degree_of_freedom_a_difference() -> None:
    units = np.arange(60) % 4
    rows = counted(((5, 6, 9), (8, 4, 8), (3, 10, 7)), Design(60, stages=(Stage(units),)))
    tests = every_test(rows)
    assert tests["Wald"].reason is tests["adjWald"].reason is tested.Untestable.FEW_FREEDOM
    assert tests["F"].reason is None


def test_a_giant_weight_gives_a_number() -> None:
    weights = np.ones(60)
    weights[7] = 1e9
    test = every_test(counted(((9, 11, 10), (15, 5, 10)), Design(60, weights)))["F"]
    assert test.reason is None
    assert test.p is not None
    assert 0 < test.p <= 1


def test_empty_cells_in_a_ring() -> None:
    empty = np.array(
        [
            [[1, 1, 0], [1, 0, 0], [0, 1, 0]],
            [[1, 1, 0], [0, 1, 1], [1, 0, 1]],
            [[1, 1, 0], [1, 1, 0], [0, 0, 0]],
        ],
        bool,
    )
    assert has_empty_ring(empty).tolist() == [False, True, True]


def test_a_ring_is_where_contrasts_on_the_other_cells_depend_on_each_other() -> None:
    chance = np.random.default_rng(3)
    for _ in range(200):
        empty = chance.random((4, 4)) < 0.4
        interaction = np.kron(np.eye(4)[:, 1:] - np.eye(4)[:, :1], np.eye(4)[:, 1:] - np.eye(4)[:, :1])
        dependent = np.linalg.matrix_rank(interaction[~empty.ravel()]) < 9
        assert has_empty_ring(empty[None])[0] == dependent


def test_tests_say_what_they_are_called() -> None:
    tests = every_test(counted(((9, 4), (3, 8))))
    assert [test.name for test in tests.values()] == [
        "Rao-Scott F, second order",
        "Rao-Scott chi-square, first order",
        "Pearson's X², its distribution by saddlepoint",
        "Wald F",
        "Wald F, adjusted",
    ]


def test_covariances_are_of_cells_in_their_order() -> None:
    rows = counted(((9, 4, 2), (3, 8, 5)))
    crossings = cross(stack_choices([rows.moments]), make_frame(rows.design), Lonely.FAIL)
    chose = np.array([[g + o for g, o in zip(rows.groups, rows.options, strict=True)]]).T
    cells = chose == np.array([f"g{g}o{o}" for g in range(2) for o in range(3)])
    assert crossings.of_totals[0] == pytest.approx(np.cov(cells.T) * 31)


@pytest.mark.parametrize("design", [Design(24), Design(24, stages=(Stage(np.arange(24) // 2),))])
def test_questions_without_options_or_tables_at_all(design: Design) -> None:
    rows = replace(counted(((9, 4), (3, 8))), design=design)
    nothing = turned(rows.moments, [0, 1], [])
    (alone,) = rao_scott.test_tables([nothing], rows.frame, Lonely.FAIL)
    assert alone.reason is tested.Untestable.NOBODY
    found = rao_scott.test_each_option([nothing, rows.moments], rows.frame, Lonely.FAIL)
    assert [len(tests) for tests in found] == [0, 2]
    assert rao_scott.test_tables([], rows.frame, Lonely.FAIL) == ()


def test_rows_of_weight_zero_alone_are_nobody() -> None:
    rows = counted(((9, 4), (3, 8)), Design(24, np.zeros(24)))
    for test in every_test(rows).values():
        assert test.reason is tested.Untestable.NOBODY
