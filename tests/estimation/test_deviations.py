"""Group against rest: what holds of it whatever the table, and what it refuses."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from plain_engine import PlainEngine
from table_rows import TableRows, counted, table_rows

from peil.estimation import tested
from peil.estimation.adjust_p import Adjustment, Family
from peil.estimation.asked import Banner, Question
from peil.estimation.crossing import left_over
from peil.estimation.design import Design, Lonely, Replicates, Stage
from peil.estimation.deviations import Deviations, deviate, deviate_replicates
from peil.estimation.frame import make_frame
from peil.estimation.moments import Moments, Sums
from peil.estimation.shares import estimate_shares


def deviations(rows: TableRows, method: Adjustment = Adjustment.HOLM) -> Deviations:
    return deviate(rows.moments, rows.frame, Lonely.FAIL, family="row by by", method=method)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows())
def test_the_rest_is_all_other_groups_as_one(rows: TableRows) -> None:
    """The difference's error is that of two domains of the file, found row by row."""
    found = deviations(rows)
    weights = rows.design.weights
    group = np.array([each == rows.names[0][0] for each in rows.groups])
    chose = np.array([each == rows.names[1][0] for each in rows.options])
    if not group.any() or group.all():
        assert np.isnan(found.rest.difference[0]).all()
        return
    inside, outside = weights * group, weights * ~group
    p, q = (chose @ each / each.sum() for each in (inside, outside))
    line = inside * (chose - p) / inside.sum() - outside * (chose - q) / outside.sum()
    assert found.rest.difference[0, 0] == pytest.approx(p - q, abs=1e-12)
    assert found.rest.se[0, 0] ** 2 == pytest.approx(row_variance(line, rows), rel=1e-6, abs=1e-15)
    whole = (chose @ weights) / weights.sum()
    line = inside * (chose - p) / inside.sum() - weights * (chose - whole) / weights.sum()
    assert found.total.difference[0, 0] == pytest.approx(p - whole, abs=1e-12)
    assert found.total.se[0, 0] ** 2 == pytest.approx(row_variance(line, rows), rel=1e-6, abs=1e-15)


def row_variance(line, rows: TableRows) -> float:
    """With replacement, in the plainest way."""
    found = 0.0
    (stage,) = rows.design.stages
    units = np.arange(len(line)) if stage.units is None else stage.units
    for stratum in np.unique(rows.design.strata):
        here = rows.design.strata == stratum
        totals = np.array([line[here & (units == unit)].sum() for unit in np.unique(units[here])])
        n = len(totals)
        found += n / (n - 1) * ((totals - totals.mean()) ** 2).sum()
    return found


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(table_rows())
def test_p_is_there_or_says_why_not(rows: TableRows) -> None:
    found = deviations(rows)
    for place in np.ndindex(found.rest.p.shape):
        assert (found.rest.reason_at(*place) is None) == bool(found.rest.p[place] >= 0)
    assert np.isnan(found.adjusted).tolist() == np.isnan(found.rest.p).tolist()
    assert found.family == Family("row by by", Adjustment.HOLM, int((found.rest.p >= 0).sum()))


def test_two_groups_differ_from_each_other_alike() -> None:
    found = deviations(counted(((9, 4, 2), (3, 8, 5))))
    assert found.rest.difference[0] == pytest.approx(-found.rest.difference[1])
    assert found.rest.se[0] == pytest.approx(found.rest.se[1])
    assert found.name == "Group against the rest, t"


def test_one_group_has_no_rest() -> None:
    found = deviations(counted(((9, 4), (0, 0))))
    assert np.isnan(found.rest.difference).all()
    assert np.isnan(found.rest.se).all()
    assert found.rest.reason_at(0, 0) is tested.Untestable.NOBODY
    assert found.total.difference[0].tolist() == [0, 0]
    assert found.total.reason_at(0, 0) is tested.Untestable.NO_SPREAD


def test_options_that_all_or_none_chose_are_not_tested() -> None:
    """Whatever rounding makes of a share that weights would add up to one."""
    for seed in range(20):
        weights = np.random.default_rng(seed).gamma(2, 1, 18)
        found = deviations(counted(((9, 0), (5, 0), (4, 0)), Design(18, weights)))
        assert found.rest.difference.tolist() == [[0, 0]] * 3
        assert found.rest.se.tolist() == [[0, 0]] * 3
        assert found.rest.reason_at(1, 1) is tested.Untestable.NO_SPREAD
        assert found.family.size == 0


@pytest.mark.parametrize("seed", range(5))
def test_an_option_that_all_ticked_beside_others_is_not_tested(seed: int) -> None:
    chance = np.random.default_rng(seed)
    weights = chance.gamma(2, 1, 60)
    columns = {
        "by": chance.choice(["a", "b", "c"], 60).tolist(),
        "all": [1] * 60,
        "some": chance.integers(0, 2, 60).tolist(),
        "few": chance.integers(0, 2, 60).tolist(),
    }
    replicates = Replicates(weights[:, None] * chance.gamma(2, 1, (60, 12)), 1 / 12, np.ones(12))
    design = Design(60, weights, np.arange(60) % 3, replicates=replicates)
    engine = PlainEngine(columns, design, make_frame(design))
    options = ("all", "some", "few")
    asked = [Question("q", options, options, many=True)], [Banner("by", ("a", "b", "c"), "by")]
    ((_, _, moments),) = engine.tables(*asked)
    ((_, _, made),) = engine.replicates(*asked)
    made.cells[:, :, 0] = np.nextafter(made.base, 0)  # an engine may add these up in another order
    linearised = deviate(moments, engine.frame, Lonely.FAIL, family="q by by")
    family = Family("q by by", Adjustment.HOLM, 0)
    for found in (linearised, deviate_replicates(moments, made, replicates, 11.0, family)):
        assert found.rest.difference[:, 0].tolist() == [0, 0, 0]
        assert found.rest.se[:, 0].tolist() == [0, 0, 0]
        assert found.family.size == 6
    assert linearised.rest.se[:, 1] == pytest.approx(found.rest.se[:, 1], rel=2)


def test_a_single_cluster_leaves_no_degrees_of_freedom() -> None:
    rows = counted(((9, 4), (3, 8)), Design(24, stages=(Stage(np.arange(24) % 2),), strata=np.arange(24) % 2))
    found = deviate(rows.moments, rows.frame, Lonely.CERTAINTY, family="row by by")
    assert found.rest.df[0, 0] == 0
    assert np.isnan(found.rest.p).all()


def test_rows_in_the_base_without_an_option_count_against_every_option() -> None:
    rows = counted(((9, 4, 2), (3, 8, 5)))
    blank = replace(rows, options=["" if option == "o2" else option for option in rows.options])
    two = replace(blank, names=(rows.names[0], rows.names[1][:2]))
    assert deviations(two).rest.se == pytest.approx(deviations(rows).rest.se[:, :2])


def test_options_of_a_multiple_response_question_overlap() -> None:
    rows = counted(((9, 4, 2), (3, 8, 5)))
    one = rows.moments
    both = Sums(*(np.concatenate([part, part], axis=2) for part in vars(one.cells).values()))
    found = deviate(Moments(one.base, both), rows.frame, Lonely.FAIL, family="row by by")
    assert found.rest.se[:, :3] == pytest.approx(found.rest.se[:, 3:])
    assert found.rest.se[:, :3] == pytest.approx(deviations(rows).rest.se)


def test_a_giant_weight_leaves_what_stands_beside_it() -> None:
    weights = np.full(24, 0.3)
    weights[0] = 1e12
    rows = counted(((9, 4), (3, 8)), Design(24, weights))
    assert left_over(rows.moments).w[0, 0, 0] == pytest.approx(1.2, rel=1e-12)


def test_a_giant_weight_hides_no_other_row() -> None:
    weights = np.ones(24)
    weights[0] = 1e9
    rows = counted(((9, 4), (3, 8)), Design(24, weights))
    found = deviations(rows)
    shares = estimate_shares(rows.moments, make_frame(rows.design))
    assert found.rest.difference[0, 1] == pytest.approx(shares.share[0, 1] - shares.share[1, 1])
    assert found.rest.se[0, 1] == pytest.approx(np.hypot(shares.se[0, 1], shares.se[1, 1]), rel=1e-6)
