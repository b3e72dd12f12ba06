"""Designs of two and three stages agree with R's ``survey`` (``two_stage/make.R`` makes the values)."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from plain_engine import PlainEngine

from peil.estimation.arrays import Floats, Positions
from peil.estimation.asked import Banner, Question
from peil.estimation.covariance import share_covariance
from peil.estimation.design import Design, Lonely, Stage
from peil.estimation.frame import make_frame
from peil.estimation.lonely import LonelyUnit
from peil.estimation.means import estimate_means
from peil.estimation.ratios import RatioMoments, estimate_ratios
from peil.estimation.shares import estimate_shares
from peil.estimation.totals import estimate_totals

HERE = Path(__file__).parent / "two_stage"
EXPECTED: Mapping[str, float] = json.loads((HERE / "expected.json").read_text("utf-8"))
ROWS = list(csv.DictReader((HERE / "rows.csv").read_text("utf-8").splitlines()))
ANSWERS = Question("answer", ("yes", "no", "maybe"), ("answer",))
GROUPS = Banner("group", ("x", "y"), "group")
ELEMENTS = (("psu", "psus"), (None, "people_of_psu"))
CLUSTERS = (("psu", "psus"), ("ssu", "ssus"))
DESIGNS = {
    "elements": ("ab", ELEMENTS),
    "clusters": ("ab", CLUSTERS),
    "shares": ("ab", (("psu", "psu_share"), ("ssu", "ssu_share"))),
    "three": ("ab", (*CLUSTERS, (None, "people"))),
    "replacement": ("ab", (("psu", None),)),
}
LONELY = [
    *((f"first/{each}", "abc", each) for each in Lonely if each is not Lonely.FAIL),
    *((f"second/{each}", "abcd", each) for each in (Lonely.REMOVE, Lonely.ADJUST, Lonely.CERTAINTY)),
]


@pytest.mark.parametrize("name", DESIGNS)
def test_designs_agree_with_r(name) -> None:
    strata, stages = DESIGNS[name]
    hold(name, make_engine(strata, stages), Lonely.FAIL)


@pytest.mark.parametrize(("name", "strata", "lonely"), LONELY)
def test_single_units_agree_with_r(name, strata, lonely) -> None:
    hold(name, make_engine(strata, CLUSTERS), lonely)


@pytest.mark.parametrize(("strata", "stage", "places"), [("abc", 1, (2,)), ("abd", 2, (7,))])
def test_single_units_can_be_a_problem_at_each_stage(strata, stage, places) -> None:
    plain = make_engine(strata, CLUSTERS)
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    with pytest.raises(LonelyUnit) as told:
        estimate_shares(moments, plain.frame)
    assert (told.value.stage, told.value.strata) == (stage, places)


def test_a_single_unit_of_the_second_stage_adds_the_average_of_the_others() -> None:
    plain = make_engine("abd", CLUSTERS)
    ((_, _, moments),) = plain.tables([ANSWERS])
    one_stage = make_engine("abd", CLUSTERS[:1])
    first = estimate_shares(next(one_stage.tables([ANSWERS]))[2], one_stage.frame).se ** 2
    removed, average = (
        estimate_shares(moments, plain.frame, lonely=lonely).se ** 2 - first
        for lonely in (Lonely.REMOVE, Lonely.AVERAGE)
    )
    units = len(plain.frame.levels[1].drawn)
    np.testing.assert_allclose(average, removed * units / (units - 1), rtol=1e-9)


def hold(name: str, plain: PlainEngine, lonely: Lonely) -> None:
    ((_, _, moments),) = plain.tables([ANSWERS], [GROUPS])
    shares = estimate_shares(moments, plain.frame, lonely=lonely)
    totals = estimate_totals(moments, plain.frame, lonely=lonely)
    covariance = share_covariance(moments, plain.frame, lonely)
    ours = {}
    for group, of in enumerate(GROUPS.groups):
        ours[f"{name}/{of}/covariance"] = covariance[3 * group, 3 * group + 1]
        for at, option in enumerate(ANSWERS.options):
            way = f"{name}/{of}/{option}"
            ours[f"{way}/share"] = shares.share[group, at]
            ours[f"{way}/se"] = shares.se[group, at]
            ours[f"{way}/total_se"] = totals.se[group, at]
    above, below, both = (moments for _, _, moments in plain.numbers(["above", "below", "both"]))
    means = estimate_means(above, plain.frame, lonely=lonely)
    ratios = estimate_ratios(RatioMoments(above, below, both), plain.frame, lonely=lonely)
    ours |= {
        f"{name}/degf": means.df[0],
        f"{name}/mean_se": means.se[0],
        f"{name}/ratio": ratios.ratio[0],
        f"{name}/ratio_se": ratios.se[0],
    }
    assert ours == pytest.approx(
        {key: EXPECTED[key] for key in EXPECTED if key.startswith(f"{name}/")}, rel=1e-9
    )


def make_engine(strata: str, stages: Sequence[tuple[str | None, str | None]]) -> PlainEngine:
    rows = [row for row in ROWS if row["stratum"] in strata]
    columns = {name: [row[name] or None for row in rows] for name in ("answer", "group")}
    numbers = {name: [float(row[name]) for row in rows] for name in ("above", "below")}
    both = [above + below for above, below in zip(*numbers.values(), strict=True)]

    def floats(name: str | None) -> Floats | None:
        return None if name is None else np.array([float(row[name]) for row in rows])

    def codes(name: str | None) -> Positions | None:
        return None if name is None else np.unique([row[name] for row in rows], return_inverse=True)[1]

    drawn = tuple(Stage(codes(units), floats(population)) for units, population in stages)
    design = Design(len(rows), floats("w"), codes("stratum"), drawn)
    return PlainEngine({**columns, **numbers, "both": both}, design, make_frame(design))
