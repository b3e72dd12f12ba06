"""A test: what it is called, what came out, or why nothing could."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from peil.estimation.adjust_p import Adjustment, Family, adjust


class Untestable(StrEnum):
    """Why something can't be tested, in words that a note under a table can use."""

    NOBODY = "nobody is in its cells"
    ONE_GROUP = "one group alone has answers"
    ONE_OPTION = "everyone chose the same option"
    EMPTY_CELLS = "too many cells are empty"
    NO_FREEDOM = "there are no degrees of freedom"
    FEW_FREEDOM = "there are fewer degrees of freedom than things to test"
    NO_SPREAD = "the design leaves no sampling error"
    MANY_CELLS = "it has too many cells"
    EMPTY_REPLICATES = "no replicate has anybody in its cells"


@dataclass(frozen=True)
class Tested:
    """A test. Where there is a ``reason``, the numbers that it takes away are None; they are never NaN.

    Args:
        name: What a methodology calls it.
        statistic: What came out.
        df1: Degrees of freedom of the numerator, or of a chi-square.
        df2: Degrees of freedom of the denominator; None where the test has none.
        p: Chance of at least such a statistic where there is nothing to find.
        reason: Why there is no p.
        adjusted: p over its family.
        family: Which p-values it was looked at together with.
    """

    name: str
    statistic: float | None
    df1: float | None
    df2: float | None
    p: float | None
    reason: Untestable | None = None
    adjusted: float | None = None
    family: Family | None = None


def refused(name: str, reason: Untestable) -> Tested:
    """Give a test that couldn't be done."""
    return Tested(name, None, None, None, None, reason)


def adjust_tests(tests: Mapping[str, Tested], family: str, method: Adjustment) -> dict[str, Tested]:
    """Give tests with their p adjusted over all that have one.

    Args:
        tests: By table.
        family: What the tables are together, as a methodology names it.
        method: How.
    """
    p = np.array([np.nan if test.p is None else test.p for test in tests.values()], np.float64)
    named = Family(family, method, int(np.count_nonzero(~np.isnan(p))))
    return {
        key: test if test.p is None else replace(test, adjusted=value, family=named)
        for (key, test), value in zip(tests.items(), adjust(p, method).tolist(), strict=True)
    }
