"""Tests of independence against R's ``svychisq``, on every table of the reference material."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import golden
import numpy as np
import pytest
from golden import BOUND, EXACT, needs_golden
from more_r_values import r_values
from plain_engine import PlainEngine

from peil.estimation import rao_scott, tested
from peil.estimation.asked import Question
from peil.estimation.crossing import Crossings, cross, stack_choices, stack_options, without_empty
from peil.estimation.design import Design, Lonely, Stage
from peil.estimation.frame import make_frame
from peil.estimation.pearson import correct
from peil.estimation.replicate_crossing import cross_choices, cross_options
from peil.estimation.replicate_variance import replicate_freedom
from peil.estimation.saddlepoint import saddlepoint_tail

pytestmark = needs_golden

ROOT_NOT_FOUND = {"m1_3 by age"}
"""Here R looks for a root near zero to 1e-8 only; told to look further (``saddle``), it gives ours."""


def tables() -> Iterator[tuple[str, str, str]]:
    if not golden.GOLDEN.is_dir():
        return
    for name in golden.SETS:
        for key, block in golden.expected(name).items():
            if isinstance(block, dict):
                yield from ((name, key, table) for table in block.get("cross", {}))


def replicate_tables() -> Iterator[tuple[str, str, str]]:
    if not golden.GOLDEN.is_dir():
        return
    for name in golden.SETS:
        for key, block in golden.expected(name).items():
            if key.startswith("replicates"):
                yield from ((name, key, table) for table in block if table.startswith("chisqF:"))


def crossed(name: str, design: Design, row: str, by: str) -> Crossings:
    engine = golden.engine(name, design)
    ((_, _, moments),) = engine.tables([golden.question(name, row)], [golden.banner(name, by)])
    return cross(stack_choices([moments]), engine.frame, design.lonely)


def multi_response(by: str) -> Crossings:
    columns = golden.columns("panel130")
    design = golden.design("panel130", "main")
    asked = {"m1": np.array(columns["m1_answered"]) == 1}
    engine = PlainEngine(columns, design, make_frame(design), asked)
    options = tuple(f"m1_{number}" for number in range(1, 6))
    question = Question("m1", options, options, many=True)
    ((_, _, moments),) = engine.tables([question], [golden.banner("panel130", by)])
    return cross(stack_options([moments]), engine.frame, Lonely.FAIL)


def saddlepoints(crossings: Crossings) -> list[float]:
    """Ours; and where degrees of freedom are a whole number that of a number just below it.

    R takes ``floor(df)`` of what rounding made of a whole number: 397 of 398 for one table, and 398 for the
    same one the other way round.
    """
    ((_, part),) = without_empty(crossings)
    pearson = correct(part)
    df = float(pearson.df1[0] * pearson.df[0])
    weights = np.linalg.eigvalsh(pearson.delta[0])
    below = [df * (1 - 3e-9)] if abs(df - round(df)) < 1e-6 else []
    return [saddlepoint_tail(float(pearson.statistic[0]), weights, at) for at in (df, *below)]


def agrees(test: tested.Tested, wanted: Mapping[str, float]) -> None:
    assert test.reason is None
    assert test.statistic == pytest.approx(wanted["statistic"], rel=EXACT)
    assert test.p == pytest.approx(wanted["p"], rel=BOUND)
    if "ndf" in wanted:
        assert (test.df1, test.df2) == pytest.approx((wanted["ndf"], wanted["ddf"]), rel=EXACT)
    if "df" in wanted:
        assert (test.df1, test.df2) == (wanted["df"], None)


def agree(crossings: Crossings, wanted: Mapping[str, Any], table: str) -> None:
    (tests,) = rao_scott.test_crossings(crossings)
    for name in ("F", "Chisq", "Wald", "adjWald"):
        agrees(tests[name], wanted[name])
    for name in ("saddlepoint", "lincom"):
        assert tests["saddlepoint"].statistic == pytest.approx(wanted[name]["statistic"], rel=EXACT)
        tolerance = 1e-5 if table in ROOT_NOT_FOUND else BOUND
        found = saddlepoints(crossings)
        assert any(p == pytest.approx(wanted[name]["p"], rel=tolerance) for p in found), (found, wanted[name])


@pytest.mark.parametrize(("name", "key", "table"), list(tables()))
def test_tables_agree_with_r(name: str, key: str, table: str) -> None:
    row, by = table.split(" by ")
    wanted = golden.expected(name)[key]["cross"][table]["chisq"]
    agree(crossed(name, golden.design(name, key), row, by), wanted, table)


@pytest.mark.parametrize("by", ["age", "edu"])
def test_each_option_of_a_multiple_response_question(by: str) -> None:
    crossings = multi_response(by)
    for place in range(4):
        table = f"m1_{place + 1} by {by}"
        wanted = golden.expected("panel130")["multi_response"]["chisq"][table]
        one = crossings.only(np.array([place]), np.arange(3), np.arange(2))
        agree(one, wanted, table)


def test_r_left_out_the_option_that_nobody_ticked() -> None:
    assert set(golden.expected("panel130")["multi_response"]["chisq"]) == {
        f"m1_{option} by {by}" for option in range(1, 5) for by in ("age", "edu")
    }


def test_a_group_that_is_empty_and_one_with_a_single_respondent() -> None:
    wanted = golden.expected("panel130")["edge"]["empty_subgroup"]["table"]["chisq"]
    agree(crossed("panel130", golden.design("panel130", "main"), "q1", "tiny"), wanted, "q1 by tiny")


@pytest.mark.parametrize(("name", "key", "table"), list(replicate_tables()))
def test_replicates(name: str, key: str, table: str) -> None:
    wanted = golden.expected(name)[key][table]
    row, by = table.removeprefix("chisqF:").split("x")
    tests = replicated(name, key, row, by)
    if wanted["statistic"] is None:
        # R kept the option that nobody chose for X², though not for the degrees of freedom.
        assert (tests["F"].df1, tests["F"].df2) == pytest.approx((wanted["ndf"], wanted["ddf"]), rel=EXACT)
        assert tests["F"].p is not None
    else:
        agrees(tests["F"], wanted)


def replicated(name: str, key: str, row: str, by: str) -> dict[str, tested.Tested]:
    design = golden.design(name, key)
    question, banner = golden.question(name, row), golden.banner(name, by)
    engine = golden.engine(name, design)
    ((_, _, moments),) = engine.tables([question], [banner])
    ((_, _, made),) = engine.replicates([question], [banner])
    given = design.replicates
    assert given is not None
    cells = zip(golden.columns(name)[row], golden.columns(name)[by], strict=True)
    inside = np.array([None not in pair for pair in cells])
    df = replicate_freedom(replace(given, weights=given.weights[inside]))
    crossings = cross_choices(moments, made, given, df)
    (tests,) = rao_scott.test_crossings(crossings)
    assert rao_scott.second_order(crossings) == [tests["F"]]
    return tests


def is_as(tests: Mapping[str, tested.Tested], wanted: Mapping[str, list[float]]) -> None:
    for name, (statistic, *df, p) in wanted.items():
        agrees(
            tests[name],
            {
                "statistic": statistic,
                "p": p,
                **({"df": df[0]} if name == "Chisq" else dict(zip(("ndf", "ddf"), df, strict=True))),
            },
        )


def test_every_test_from_replicates() -> None:
    is_as(replicated("apiclus1", "replicates_jk1", "awards", "stype"), r_values()["jk1"])


def test_options_from_replicates_are_tables_of_two() -> None:
    """An option of a question with two is the question itself."""
    design = golden.design("apiclus1", "replicates_jk1")
    engine = golden.engine("apiclus1", design)
    asked = [golden.question("apiclus1", "awards")], [golden.banner("apiclus1", "stype")]
    ((_, _, moments),) = engine.tables(*asked)
    ((_, _, made),) = engine.replicates(*asked)
    assert design.replicates is not None
    for tests in rao_scott.test_crossings(cross_options(moments, made, design.replicates, 14.0)):
        is_as(tests, r_values()["jk1"])


def test_two_stages() -> None:
    given = golden.design("apiclus1", "cluster_fpc")
    units = given.stages[0].units
    assert units is not None
    drawn = np.bincount(units)[units]
    within = Stage(None, np.where(drawn == 1, 1.0, 2.0 * drawn))
    design = Design(given.rows, given.weights, stages=(given.stages[0], within))
    (tests,) = rao_scott.test_crossings(crossed("apiclus1", design, "awards", "stype"))
    is_as(tests, r_values()["two_stages"])


@pytest.mark.parametrize("lonely", [each for each in Lonely if each is not Lonely.FAIL])
def test_strata_with_a_single_respondent(lonely: Lonely) -> None:
    (tests,) = rao_scott.test_crossings(crossed("panel130", golden.lonely_design(lonely), "q2", "edu"))
    is_as(tests, r_values()["lonely"][lonely])


def test_rows_of_weight_zero() -> None:
    """R's ``svychisq`` counts them among its rows, its ``degf`` doesn't; here neither does."""
    design = golden.zero_design()
    (tests,) = rao_scott.test_crossings(crossed("panel130", design, "q2", "edu"))
    statistic, ndf, ddf, _ = r_values()["zero_weights"]["F"]
    assert (tests["F"].statistic, tests["F"].df1) == pytest.approx((statistic, ndf), rel=EXACT)
    assert design.weights is not None
    zeros = int((design.weights == 0).sum())
    assert zeros
    assert tests["F"].df2 == pytest.approx(ddf - zeros * ndf, rel=EXACT)
    x2 = r_values()["zero_weights"]["Chisq"][0]
    assert tests["Chisq"].statistic == pytest.approx(x2 * (130 - zeros) / 130, rel=EXACT)
