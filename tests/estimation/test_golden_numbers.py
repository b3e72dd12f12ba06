"""Means, totals of numbers and quantiles agree with R's ``survey``."""

from collections.abc import Iterator

import golden
import numpy as np
import pytest
from golden import columns, engine, expected, hold, needs_golden
from plain_engine import PlainEngine
from test_golden_shares import BLOCKS

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.means import estimate_means
from peil.estimation.moments import Moments
from peil.estimation.quantile_curve import Values, last_weights
from peil.estimation.quantiles import QuantileMethod, estimate_quantiles

pytestmark = needs_golden

FILE = "test_golden_numbers.py"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_numbers(name, block) -> None:
    plain = engine(name, golden.design(name, block))
    for variable, tree in expected(name)[block]["numeric"].items():
        path = f"{name}/{block}/numeric/{variable}"
        hold(path, tree, dict(_numbers(path, plain, name, variable, tree)), FILE)


def test_numbers_with_weights_of_zero() -> None:
    plain = engine("panel130", golden.zero_design())
    path, tree = "panel130/edge/zero_weights/cijfer", expected("panel130")["edge"]["zero_weights"]["cijfer"]
    hold(path, tree, dict(_numbers(path, plain, "panel130", "cijfer", tree)), FILE)


def _numbers(
    path: str, plain: PlainEngine, name: str, variable: str, tree: dict
) -> Iterator[tuple[str, float]]:
    """What there is to hold of a number: of the whole sample, and by the banners that R made it by."""
    yield from _means(path, plain, variable, WHOLE)
    values, moments = _table(plain, name, variable, WHOLE)
    for key, quantiles in tree["quantiles"].items():
        _, interval, _, rule = key.split("_")
        ps = np.array([float(p.removeprefix("q")) for p in quantiles])
        method = QuantileMethod(rule, interval)
        found = estimate_quantiles(values, moments, plain.frame, ps, method=method)
        for at, p in enumerate(quantiles):
            way = f"{path}/quantiles/{key}/{p}"
            yield f"{way}/quantile", found.quantile[0, at]
            yield f"{way}/lo", found.low[0, at]
            yield f"{way}/hi", found.high[0, at]
            yield f"{way}/se", found.se[0, at]
    for by in (key.removeprefix("by_") for key in tree if key.startswith("by_")):
        banner = golden.banner(name, by)
        yield from _means(f"{path}/by_{by}", plain, variable, banner)
        values, moments = _table(plain, name, variable, banner)
        medians = estimate_quantiles(values, moments, plain.frame, np.array([0.5])).quantile[:, 0]
        for group, median in zip(banner.groups, medians, strict=True):
            yield f"{path}/by_{by}/{group}/median", median


def _means(path: str, plain: PlainEngine, variable: str, banner: Banner) -> Iterator[tuple[str, float]]:
    ((_, _, moments),) = plain.numbers([variable], [banner])
    found = estimate_means(moments, plain.frame)
    normal = estimate_means(moments, plain.frame, interval="normal")
    for at, group in enumerate(banner.groups):
        way = f"{path}/{group}" if group else path
        yield f"{way}/n", found.n[at]
        yield f"{way}/mean", found.mean[at]
        yield f"{way}/se", found.se[at]
        yield f"{way}/deff", found.deff_without[at]
        yield f"{way}/variance", found.variance[at]
        yield f"{way}/total", found.total[at]
        yield f"{way}/total_se", found.total_se[at]
        yield f"{way}/ci95_normal/lo", normal.low[at]
        yield f"{way}/ci95_normal/hi", normal.high[at]
        yield f"{way}/ci95_t_degf/lo", found.low[at]
        yield f"{way}/ci95_t_degf/hi", found.high[at]


def _table(plain: PlainEngine, name: str, variable: str, banner: Banner) -> tuple[Values, Moments]:
    """The table of a number's distinct values."""
    cells = columns(name)[variable]
    distinct = sorted({cell for cell in cells if cell is not None})
    codes = np.array([-1 if cell is None else distinct.index(cell) for cell in cells])
    ((_, _, moments),) = plain.tables([Question(variable, tuple(distinct), (variable,))], [banner])
    weights = plain.design.weights
    last = last_weights(codes, weights, len(distinct)) if weights is not None and banner == WHOLE else None
    return Values(np.array(distinct), None if last is None else last[None]), moments
