"""The reference values of R's ``survey``, and the data and designs that they were made of."""

import csv
import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest
from golden_keys import covering_file, reason_left_out
from plain_engine import Cells, PlainEngine

from peil.estimation.arrays import Floats, Positions
from peil.estimation.asked import Banner, Question
from peil.estimation.design import Design, Lonely, Replicates, Stage
from peil.estimation.frame import make_frame
from reference_material import REFERENCE

GOLDEN = REFERENCE / "golden"
SETS = ("apistrat", "apiclus1", "panel130")
EXACT = 1e-9
"""Tolerance for shares, standard errors, totals, design effects, F and weights (KEYS.json)."""
BOUND = 1e-7
"""Tolerance for bounds of intervals and for p (KEYS.json)."""
INTERPOLATED = 3e-4
"""Tolerance for likelihood intervals: R draws the likelihood through a few points and reads between them."""

needs_golden = pytest.mark.skipif(
    not GOLDEN.is_dir(), reason=f"REFERENCE VALUES OF R ARE ABSENT: {GOLDEN}; nothing is held against them"
)

_API = {
    "sch_wide": ("No", "Yes"),
    "awards": ("No", "Yes"),
    "mealgrp": ("0-20", "21-50", "51-80", "81-100"),
    "stype": ("E", "H", "M"),
}
_PANEL_BANNERS = {"age": ("18-34", "35-54", "55+"), "region": ("noord", "oost", "west", "zuid")}


@cache
def expected(name: str) -> Mapping[str, Any]:
    """The values of one data set."""
    found: Mapping[str, Any] = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    return found


@cache
def columns(name: str) -> Mapping[str, Cells]:
    """The columns of a data set: numbers where all are, texts else."""
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {column: _typed([row[column] for row in rows]) for column in rows[0]}


def _typed(cells: list[str]) -> Cells:
    try:
        return [float(cell) if cell else None for cell in cells]
    except ValueError:
        return [cell or None for cell in cells]


def numbers(name: str, column: str) -> Floats:
    """A column without gaps."""
    return np.array(columns(name)[column], float)


def codes(name: str, column: str) -> Positions:
    """A column as numbers in the order of its texts."""
    return np.unique(np.array(columns(name)[column], str), return_inverse=True)[1]


def levels(name: str, variable: str) -> tuple[str, ...]:
    """The options of a variable."""
    if name != "panel130":
        return _API[variable]
    return _PANEL_BANNERS.get(variable) or tuple(expected(name)["level_order"][variable])


def question(name: str, variable: str) -> Question:
    return Question(variable, levels(name, variable), (variable,))


def banner(name: str, variable: str) -> Banner:
    return Banner(variable, levels(name, variable), variable)


def design(name: str, key: str) -> Design:
    """The design that a block of values was made with."""
    rows = len(next(iter(columns(name).values())))
    if key == "unweighted_srs":
        return Design(rows, np.ones(rows))
    weights = numbers(name, "w" if name == "panel130" else "pw")
    if key.startswith("replicates"):
        return Design(rows, weights, replicates=replicates(name, key))
    if key == "weights_only":
        return Design(rows, weights)
    if key in ("cluster_fpc", "cluster_wr"):
        population = numbers(name, "fpc") if key == "cluster_fpc" else None
        return Design(rows, weights, stages=(Stage(codes(name, "dnum"), population),))
    strata = codes(name, "stype" if name == "apistrat" else "stratum")
    population = numbers(name, "fpc") if key == "stratified_fpc" else None
    return Design(rows, weights, strata, (Stage(None, population),))


def zero_design() -> Design:
    """The design of the panel with some weights of zero."""
    given = design("panel130", "main")
    return Design(given.rows, numbers("panel130", "w0"), given.strata)


def lonely_design(lonely: Lonely) -> Design:
    """The design of the panel with a stratum of one respondent."""
    given = design("panel130", "main")
    return Design(given.rows, given.weights, codes("panel130", "stratum_lonely"), lonely=lonely)


def replicates(name: str, key: str) -> Replicates:
    """Given replicate weights."""
    block = expected(name)[key]
    weights = np.loadtxt(GOLDEN / block["replicate_csv"], delimiter=",", skiprows=1)
    return Replicates(weights, block["scale"], np.array(block["rscales"], float), block["mse"])


def engine(name: str, given: Design) -> PlainEngine:
    return PlainEngine(columns(name), given, make_frame(given))


def leaves(tree: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a tree of JSON
    """Every value of a tree with the way to it; a list is one value."""
    if isinstance(tree, dict):
        for key, below in tree.items():
            yield from leaves(below, f"{path}/{key}")
    else:
        yield path, tree


def hold(path: str, tree: Any, ours: Mapping[str, float], file: str) -> None:  # noqa: ANN401 - as above
    """Compare every value of a tree that this test file has to hold with ours."""
    wrong = []
    for way, wanted in leaves(tree, path):
        if reason_left_out(way) or covering_file(way) != file:
            continue
        if way in ours:
            wrong += differences(way, wanted, ours[way], tolerance_of(way))
        else:
            wrong.append(f"{way}: nothing to compare with")
    assert not wrong, "\n".join(wrong[:20])


def differences(path: str, wanted: float | None, found: float, tolerance: float) -> list[str]:
    """What to say of a number that isn't the expected one; R's null is a number that doesn't exist."""
    if wanted is None:
        return [] if math.isnan(found) else [f"{path}: {found!r} where R has none"]
    if abs(found - wanted) <= tolerance * max(1.0, abs(wanted)):
        return []
    return [f"{path}: {found!r}, R has {wanted!r}"]


def tolerance_of(path: str) -> float:
    """How exact a value has to be (KEYS.json)."""
    if "likelihood" in path:
        return INTERPOLATED
    bounds = ("/lo", "/hi", "_lo", "_hi", "/p")
    return BOUND if path.endswith(bounds) or "quantiles" in path else EXACT
