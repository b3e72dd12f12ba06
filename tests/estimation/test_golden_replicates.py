"""Errors from replicate weights agree with R's ``survey``; jackknife weights are those that R makes."""

from collections.abc import Iterator

import golden
import numpy as np
import pytest
from golden import engine, expected, hold, levels, needs_golden
from plain_engine import PlainEngine

from peil.estimation.asked import WHOLE
from peil.estimation.make_replicates import ReplicateKind, make_replicates
from peil.estimation.replicate_variance import (
    estimate_means_by_replicates,
    estimate_shares_by_replicates,
    replicate_freedom,
)

pytestmark = needs_golden

FILE = "test_golden_replicates.py"
BLOCKS = [
    ("apistrat", "replicates_jkn"),
    ("apistrat", "replicates_bootstrap"),
    ("apistrat", "replicates_bootstrap_mse"),
    ("apiclus1", "replicates_jk1"),
    ("panel130", "replicates_jkn"),
    ("panel130", "replicates_bootstrap"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "block"), BLOCKS)
def test_errors_from_replicates(name, block) -> None:
    plain = engine(name, golden.design(name, block))
    path, tree = f"{name}/{block}", expected(name)[block]
    assert plain.design.replicates is not None
    ours = {f"{path}/degf": replicate_freedom(plain.design.replicates)}
    for key in tree:
        kind, _, what = key.partition(":")
        if kind == "mean":
            ours |= dict(_mean(f"{path}/{key}", plain, what))
        elif kind == "freq":
            ours |= dict(_shares(f"{path}/{key}", plain, name, what, None))
        elif kind == "cross":
            variable, _, group = what.partition("|")
            ours |= dict(_shares(f"{path}/{key}", plain, name, variable, group))
    hold(path, tree, ours, FILE)


@pytest.mark.parametrize(
    ("name", "block", "given", "kind"),
    [
        ("apistrat", "stratified_wr", "replicates_jkn", ReplicateKind.JKN),
        ("apiclus1", "cluster_wr", "replicates_jk1", ReplicateKind.JK1),
        ("panel130", "main", "replicates_jkn", ReplicateKind.JKN),
    ],
)
def test_jackknife_weights_are_those_that_r_makes(name, block, given, kind) -> None:
    ours = make_replicates(golden.design(name, block), kind)
    theirs = golden.replicates(name, given)
    order, other = _in_order(ours.weights), _in_order(theirs.weights)
    np.testing.assert_allclose(ours.weights[:, order], theirs.weights[:, other], rtol=1e-9)
    np.testing.assert_allclose(
        ours.scale * ours.rscales[order], theirs.scale * theirs.rscales[other], rtol=1e-9
    )


def _in_order(weights: np.ndarray) -> np.ndarray:
    """Which row each replicate leaves out first."""
    return np.argsort(np.argmax(weights == 0, axis=0), kind="stable")


def _shares(
    path: str, plain: PlainEngine, name: str, variable: str, group: str | None
) -> Iterator[tuple[str, float]]:
    banner, place = WHOLE, 0
    if group is not None:
        by, _, of = group.partition("=")
        banner = golden.banner(name, by)
        place = banner.groups.index(of)
    asked = golden.question(name, variable)
    ((_, _, moments),) = plain.tables([asked], [banner])
    ((_, _, of_replicates),) = plain.replicates([asked], [banner])
    assert plain.design.replicates is not None
    found = estimate_shares_by_replicates(moments, of_replicates, plain.design.replicates)
    for at, level in enumerate(levels(name, variable)):
        yield f"{path}/{level}/proportion", found.share[place, at]
        yield f"{path}/{level}/se", found.se[place, at]


def _mean(path: str, plain: PlainEngine, variable: str) -> Iterator[tuple[str, float]]:
    ((_, _, moments),) = plain.numbers([variable])
    ((_, _, of_replicates),) = plain.replicate_numbers([variable])
    assert plain.design.replicates is not None
    found = estimate_means_by_replicates(moments, of_replicates, plain.design.replicates)
    yield f"{path}/mean", found.mean[0]
    yield f"{path}/se", found.se[0]
    yield f"{path}/total_se", found.total_se[0]
