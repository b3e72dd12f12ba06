"""Errors after calibration: from moments over cells and from rows they are the same, whatever the design."""

from dataclasses import replace

import numpy as np
import pytest
from plain_engine import PlainEngine

from peil.estimation.arrays import Floats
from peil.estimation.asked import Banner, Question
from peil.estimation.calibration import residual_frame
from peil.estimation.calibration.calibration import Calibration, Regression
from peil.estimation.calibration.collapse import collapse
from peil.estimation.calibration.margin import Margin
from peil.estimation.calibration.rake import rake
from peil.estimation.calibration.residual_crossings import residual_covariance
from peil.estimation.calibration.residual_frame import ResidualFrame, make_residual_frame
from peil.estimation.calibration.residual_rows import estimate_calibrated_mean
from peil.estimation.calibration.residual_shares import estimate_calibrated_shares, estimate_calibrated_totals
from peil.estimation.design import Design, Stage
from peil.estimation.frame import make_frame
from peil.estimation.moments import Moments

ROWS = 240
OPTIONS = ("x", "y", "z")
GROUPS = ("1", "2")


def random() -> np.random.Generator:
    return np.random.default_rng(20261122)


def designs() -> dict[str, Design]:
    strata = np.repeat([0, 1], ROWS // 2)
    clusters = np.repeat(np.arange(24), 10)
    of_rows = np.full(ROWS, 30.0)
    return {
        "rows": Design(ROWS),
        "strata": Design(ROWS, strata=strata),
        "strata and a population": Design(ROWS, strata=strata, stages=(Stage(None, np.full(ROWS, 900.0)),)),
        "clusters": Design(ROWS, strata=strata, stages=(Stage(clusters),)),
        "two stages": Design(
            ROWS, strata=strata, stages=(Stage(clusters, np.full(ROWS, 40.0)), Stage(None, of_rows))
        ),
    }


@pytest.fixture(params=list(Regression))
def calibration(request: pytest.FixtureRequest) -> Calibration:
    draw = random()
    margins = []
    for name, size in (("age", 3), ("sex", 2)):
        codes = draw.integers(0, size, ROWS)
        totals = np.array([0.5, 0.3, 0.2][:size]) * (1 if size == 3 else 1.25) * 5000
        margins.append(Margin(name, tuple("abc"[:size]), codes, totals))
    base = draw.uniform(0.5, 3, ROWS) if request.param is Regression.BASE else np.ones(ROWS)
    cells = collapse(margins, base)
    return Calibration(cells, rake(cells), request.param)


def weights_of(calibration: Calibration) -> Floats:
    draw = random()
    _ = [draw.integers(0, size, ROWS) for size in (3, 2)]
    base = draw.uniform(0.5, 3, ROWS) if calibration.regression is Regression.BASE else np.ones(ROWS)
    return calibration.cells.spread(calibration.factors) * base


def answers() -> dict[str, list[object]]:
    draw = np.random.default_rng(7)
    found: dict[str, list[object]] = {
        "q": draw.choice([*OPTIONS, None, "blank"], ROWS).tolist(),
        "g": draw.choice([*GROUPS, "other"], ROWS).tolist(),
    }
    return found


def moments(over: ResidualFrame, weights: Floats, of: slice = slice(None)) -> Moments:
    pairs = replace(over.frame.levels[-1], drawn=np.ones(len(over.unit), np.int64))
    frame = replace(over.frame, unit_of=over.unit_of[of], levels=(pairs,))
    columns = {name: cells[of] for name, cells in answers().items()}
    engine = PlainEngine(columns, Design(len(weights[of]), weights[of]), frame)
    ((_, _, found),) = engine.tables([Question("q", OPTIONS, ("q",))], [Banner("g", GROUPS, "g")])
    return found


@pytest.mark.parametrize("name", designs())
def test_moments_and_rows_have_the_same_errors(calibration: Calibration, name: str) -> None:
    frame, weights = make_frame(designs()[name]), weights_of(calibration)
    over = make_residual_frame(frame, calibration, weights)
    made = moments(over, weights)
    shares, totals = estimate_calibrated_shares(made, over), estimate_calibrated_totals(made, over)
    covariance = residual_covariance(made, over)
    columns = answers()
    for group, in_group in enumerate(GROUPS):
        for place, option in enumerate(OPTIONS):
            values = np.array(
                [
                    np.nan if answer is None or where != in_group else float(answer == option)
                    for answer, where in zip(columns["q"], columns["g"], strict=True)
                ]
            )
            row = estimate_calibrated_mean(values, weights, calibration, frame)
            cell = group * len(OPTIONS) + place
            assert shares.share[group, place] == pytest.approx(row.mean)
            assert shares.se[group, place] == pytest.approx(row.mean_se)
            assert totals.total[group, place] == pytest.approx(row.total)
            assert totals.se[group, place] == pytest.approx(row.total_se)
            assert np.sqrt(covariance[cell, cell]) == pytest.approx(row.total_se)
    assert np.allclose(covariance, covariance.T)


def test_moments_of_two_parts_add_up_to_those_of_the_whole(calibration: Calibration) -> None:
    weights = weights_of(calibration)
    over = make_residual_frame(make_frame(designs()["clusters"]), calibration, weights)
    both = moments(over, weights, slice(0, 100)) + moments(over, weights, slice(100, None))
    whole = estimate_calibrated_shares(moments(over, weights), over)
    assert np.allclose(estimate_calibrated_shares(both, over).se, whole.se)


def test_many_pairs_are_found_by_sorting(calibration: Calibration, monkeypatch: pytest.MonkeyPatch) -> None:
    frame, weights = make_frame(designs()["clusters"]), weights_of(calibration)
    one = make_residual_frame(frame, calibration, weights)
    monkeypatch.setattr(residual_frame, "DENSE", 1)
    other = make_residual_frame(frame, calibration, weights)
    for name in ("unit_of", "unit", "cell", "w", "w2"):
        assert np.array_equal(getattr(one, name), getattr(other, name))


def test_what_the_margins_fix_has_no_error(calibration: Calibration) -> None:
    weights = weights_of(calibration)
    sex = (calibration.cells.margins[1].codes == 0).astype(float)
    found = estimate_calibrated_mean(sex, weights, calibration, make_frame(designs()["clusters"]))
    assert found.total == pytest.approx(3125)
    left = 1e-4 if calibration.regression is Regression.SWEEPS else 1e-12  # ten sweeps come near
    assert found.total_se < left * found.total


def test_a_mean_of_nobody_is_no_number(calibration: Calibration) -> None:
    nobody = np.full(ROWS, np.nan)
    frame, weights = make_frame(designs()["rows"]), weights_of(calibration)
    found = estimate_calibrated_mean(nobody, weights, calibration, frame)
    assert np.isnan(found.mean)
    assert np.isnan(found.mean_se)
    assert (found.total, found.total_se) == (0, 0)
