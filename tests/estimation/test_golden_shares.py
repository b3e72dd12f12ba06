"""Shares, totals and their errors agree with R's ``survey``."""

import re
from collections.abc import Iterator

import golden
import numpy as np
import pytest
from curve_of_r import read_interval
from golden import columns, engine, expected, hold, levels, needs_golden
from plain_engine import PlainEngine

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.covariance import share_covariance, total_covariance
from peil.estimation.design import Design, Lonely
from peil.estimation.design_effects import kish_effect, kish_n, weight_variation
from peil.estimation.freedom import degrees_of_freedom
from peil.estimation.intervals import IntervalKind
from peil.estimation.lonely import LonelyUnit
from peil.estimation.shares import Shares, estimate_shares
from peil.estimation.totals import estimate_totals

pytestmark = needs_golden

FILE = "test_golden_shares.py"
BLOCKS = [
    ("apistrat", "stratified_fpc"),
    ("apistrat", "stratified_wr"),
    ("apistrat", "weights_only"),
    ("apistrat", "unweighted_srs"),
    ("apiclus1", "cluster_fpc"),
    ("apiclus1", "cluster_wr"),
    ("panel130", "main"),
    ("panel130", "weights_only"),
    ("panel130", "unweighted_srs"),
]
FITTED = 1e-5
"""Tolerance for what follows from R's fit of a likelihood, which stops when it changes by 1e-8."""
INTERVALS: dict[str, IntervalKind] = {
    "ci95_normal": "normal",
    "ci95_t_degf": "t",
    "svyciprop_mean": "t",
    "svyciprop_logit": "logit",
    "svyciprop_xlogit": "logit",
    "svyciprop_beta": "beta",
    "svyciprop_likelihood": "likelihood",
    "svyciprop_asin": "asin",
}


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_the_weights_of_a_design(name, block) -> None:
    design = golden.design(name, block)
    hold(
        f"{name}/{block}",
        _without(expected(name)[block], "freq", "cross", "numeric"),
        _weights(f"{name}/{block}", design),
        FILE,
    )


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_shares_of_the_whole_sample(name, block) -> None:
    plain = engine(name, golden.design(name, block))
    for variable, tree in expected(name)[block]["freq"].items():
        path = f"{name}/{block}/freq/{variable}"
        hold(path, tree, _frequencies(path, plain, name, variable), FILE)


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_likelihood_intervals_are_those_of_r_read_as_r_reads_them(name, block) -> None:
    """Ours solve the likelihood; R's are read off a spline, and that is all they differ by."""
    plain = engine(name, golden.design(name, block))
    for variable, tree in expected(name)[block]["freq"].items():
        ((_, _, moments),) = plain.tables([golden.question(name, variable)])
        shares = estimate_shares(moments, plain.frame)
        for at, level in enumerate(levels(name, variable)):
            bounds = tree["levels"][level]["svyciprop_likelihood"]
            if bounds["lo"] is not None:
                of = shares.share[0, at], shares.se[0, at] ** 2, shares.df[0], int(shares.base_n[0])
                assert read_interval(*of) == pytest.approx((bounds["lo"], bounds["hi"]), abs=FITTED)


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_shares_of_groups(name, block) -> None:
    plain = engine(name, golden.design(name, block))
    for table, tree in expected(name)[block]["cross"].items():
        path = f"{name}/{block}/cross/{table}"
        variable, by = table.split(" by ")
        hold(path, tree, dict(_columns(path, plain, name, variable, by)), FILE)


@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_covariances_have_the_variances_on_their_diagonal(name, block) -> None:
    plain = engine(name, golden.design(name, block))
    for table in expected(name)[block]["cross"]:
        variable, by = table.split(" by ")
        ((_, _, moments),) = plain.tables([golden.question(name, variable)], [golden.banner(name, by)])
        shares, totals = estimate_shares(moments, plain.frame), estimate_totals(moments, plain.frame)
        np.testing.assert_allclose(
            np.diag(share_covariance(moments, plain.frame)), shares.se.ravel() ** 2, atol=1e-14
        )
        np.testing.assert_allclose(
            np.diag(total_covariance(moments, plain.frame)), totals.se.ravel() ** 2, rtol=1e-9
        )


def test_a_group_without_anybody_and_one_of_one() -> None:
    plain = engine("panel130", golden.design("panel130", "main"))
    path = "panel130/edge/empty_subgroup"
    ours = dict(_columns(f"{path}/table", plain, "panel130", "q1", "tiny"))
    hold(path, expected("panel130")["edge"]["empty_subgroup"], ours, FILE)


def test_an_option_that_nobody_chose() -> None:
    plain = engine("panel130", golden.design("panel130", "main"))
    path = "panel130/edge/unchosen_option/freq"
    ours = _frequencies("", plain, "panel130", "q2")
    level = "/levels/geen van deze/"
    chosen = {
        f"{path}/{way.removeprefix(level)}": value for way, value in ours.items() if way.startswith(level)
    }
    hold(path, expected("panel130")["edge"]["unchosen_option"]["freq"], chosen, FILE)


def test_a_question_that_everybody_answers_alike() -> None:
    plain = engine("panel130", golden.design("panel130", "main"))
    path = "panel130/edge/constant/freq"
    hold(
        path,
        expected("panel130")["edge"]["constant"]["freq"],
        _frequencies(path, plain, "panel130", "q_const"),
        FILE,
    )


@pytest.mark.parametrize(("variable", "option"), [("q_const", 0), ("q_const", 1), ("q2", 3)])
def test_a_share_of_nobody_or_everybody_has_no_logit_interval(variable, option) -> None:
    plain = engine("panel130", golden.design("panel130", "main"))
    ((_, _, moments),) = plain.tables([golden.question("panel130", variable)])
    shares = estimate_shares(moments, plain.frame)
    assert shares.share[0, option] in (0, 1)
    assert shares.se[0, option] == 0
    assert np.isnan([shares.low[0, option], shares.high[0, option]]).all()


@pytest.mark.parametrize("interval", ["logit", "asin", "beta", "likelihood", "wilson", "t"])
@pytest.mark.parametrize("block", ["stratified_fpc", "stratified_wr"])
def test_a_share_that_cannot_vary_is_its_own_interval(block, interval) -> None:
    plain = engine("apistrat", golden.design("apistrat", block))
    ((_, _, moments),) = plain.tables([golden.question("apistrat", "stype")])
    shares = estimate_shares(moments, plain.frame, interval=interval)
    assert (shares.se == 0).all()
    assert (shares.low == shares.share).all()
    assert (shares.high == shares.share).all()


@pytest.mark.parametrize("column", ["q_all_missing", "m1_missing_option"])
def test_a_question_without_answers(column) -> None:
    plain = engine("panel130", golden.design("panel130", "main"))
    ((_, _, moments),) = plain.tables([Question(column, ("1",), (column,))])
    shares = estimate_shares(moments, plain.frame)
    path = "panel130/edge/all_missing"
    ours = {
        f"{path}/n_base": shares.base_n[0],
        f"{path}/weighted_base": shares.base_weighted[0],
        f"{path}/proportion": shares.share[0, 0],
        f"{path}/se": shares.se[0, 0],
    }
    hold(path, expected("panel130")["edge"]["all_missing"], ours, FILE)


@pytest.mark.parametrize("lonely", [each for each in Lonely if each is not Lonely.FAIL])
def test_a_stratum_of_one_respondent(lonely) -> None:
    plain = engine("panel130", golden.lonely_design(lonely))
    ((_, _, moments),) = plain.tables([golden.question("panel130", "q2")])
    shares = estimate_shares(moments, plain.frame, lonely=lonely)
    totals = estimate_totals(moments, plain.frame, lonely=lonely)
    path = f"panel130/edge/single_psu_stratum/results/{lonely}"
    ours = {}
    for at, level in enumerate(levels("panel130", "q2")):
        ours[f"{path}/proportion/{level}"] = shares.share[0, at]
        ours[f"{path}/se/{level}"] = shares.se[0, at]
        ours[f"{path}/total_se/{level}"] = totals.se[0, at]
    hold(path, expected("panel130")["edge"]["single_psu_stratum"]["results"][lonely], ours, FILE)


def test_a_stratum_of_one_respondent_can_be_a_problem() -> None:
    design = golden.lonely_design(Lonely.FAIL)
    plain = engine("panel130", design)
    ((_, _, moments),) = plain.tables([golden.question("panel130", "q2")])
    with pytest.raises(LonelyUnit) as told:
        estimate_shares(moments, plain.frame)
    said = expected("panel130")["edge"]["single_psu_stratum"]["results"]["fail"]["error"]
    (stratum,) = told.value.strata
    assert re.findall(r"\((.*)\).*stage (\d)", said) == [
        (sorted(set(columns("panel130")["stratum_lonely"]))[stratum], str(told.value.stage))
    ]


def test_weights_of_zero() -> None:
    design = golden.zero_design()
    plain = engine("panel130", design)
    path = "panel130/edge/zero_weights"
    tree = expected("panel130")["edge"]["zero_weights"]
    ours = _frequencies(f"{path}/q1", plain, "panel130", "q1")
    ours |= dict(_columns(f"{path}/q1_by_age", plain, "panel130", "q1", "age"))
    ours |= {
        key: value for key, value in _weights(path, design).items() if key.endswith(("/n", "/kish_neff"))
    }
    ours[f"{path}/n_zero"] = design.rows - _whole(plain).base_positive[0]
    hold(path, tree, ours, FILE)


def _without(tree: dict, *keys: str) -> dict:
    return {key: value for key, value in tree.items() if key not in keys}


def _whole(plain: PlainEngine) -> Shares:
    everybody = PlainEngine({"all": ["x"] * plain.design.rows}, plain.design, plain.frame)
    ((_, _, moments),) = everybody.tables([Question("all", ("x",), ("all",))])
    return estimate_shares(moments, plain.frame)


def _weights(path: str, design: Design) -> dict[str, float]:
    plain = PlainEngine({"all": ["x"] * design.rows}, design, golden.make_frame(design))
    ((_, _, moments),) = plain.tables([Question("all", ("x",), ("all",))])
    base = moments.base
    return {
        f"{path}/n": base.n.sum(),
        f"{path}/sum_w": base.w.sum(),
        f"{path}/sum_w2": base.w2.sum(),
        f"{path}/kish_neff": kish_n(base)[0],
        f"{path}/kish_deff": kish_effect(base)[0],
        f"{path}/cv_w": weight_variation(base)[0],
        f"{path}/degf": degrees_of_freedom(base, plain.frame)[0],
    }


def _frequencies(path: str, plain: PlainEngine, name: str, variable: str) -> dict[str, float]:
    """What there is to hold of a question over the whole sample."""
    ((_, _, moments),) = plain.tables([golden.question(name, variable)], [WHOLE])
    shares = estimate_shares(moments, plain.frame)
    bounds = {key: estimate_shares(moments, plain.frame, interval=kind) for key, kind in INTERVALS.items()}
    totals = estimate_totals(moments, plain.frame)
    found = {
        f"{path}/n_base": shares.base_n[0],
        f"{path}/n_base_positive_weight": shares.base_positive[0],
        f"{path}/weighted_base": shares.base_weighted[0],
        f"{path}/n_missing": plain.design.rows - shares.base_n[0],
        f"{path}/kish_neff": shares.kish_n[0],
        f"{path}/degf": shares.df[0],
    }
    for at, level in enumerate(levels(name, variable)):
        way = f"{path}/levels/{level}"
        found |= {
            f"{way}/n": shares.n[0, at],
            f"{way}/n_positive_weight": moments.cells.positive.sum(axis=0)[0, at],
            f"{way}/weighted_n": shares.weighted[0, at],
            f"{way}/proportion": shares.share[0, at],
            f"{way}/se": shares.se[0, at],
            f"{way}/deff": shares.deff_without[0, at],
            f"{way}/deff_replace": shares.deff[0, at],
            f"{way}/total": totals.total[0, at],
            f"{way}/total_se": totals.se[0, at],
            f"{way}/total_deff": totals.deff_without[0, at],
        }
        for key, of in bounds.items():
            found |= {f"{way}/{key}/lo": of.low[0, at], f"{way}/{key}/hi": of.high[0, at]}
    return found


def _columns(path: str, plain: PlainEngine, name: str, variable: str, by: str) -> Iterator[tuple[str, float]]:
    """What there is to hold of a question by a banner."""
    banner: Banner = golden.banner(name, by)
    ((_, _, moments),) = plain.tables([golden.question(name, variable)], [banner])
    shares, totals = estimate_shares(moments, plain.frame), estimate_totals(moments, plain.frame)
    for group, of in enumerate(banner.groups):
        way = f"{path}/columns/{of}"
        yield f"{way}/n_base", shares.base_n[group]
        yield f"{way}/n_base_positive_weight", shares.base_positive[group]
        yield f"{way}/weighted_base", shares.base_weighted[group]
        yield f"{way}/kish_neff", shares.kish_n[group]
        for at, level in enumerate(levels(name, variable)):
            yield f"{way}/levels/{level}/n", shares.n[group, at]
            yield f"{way}/levels/{level}/weighted_n", shares.weighted[group, at]
            yield f"{way}/levels/{level}/proportion", shares.share[group, at]
            yield f"{way}/levels/{level}/se", shares.se[group, at]
            yield f"{way}/levels/{level}/deff", shares.deff_without[group, at]
            yield f"{way}/levels/{level}/total_se", totals.se[group, at]
