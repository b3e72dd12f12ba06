"""p-values adjusted for how many were looked at.

Who tests the cells of a table one by one finds a difference in one of twenty where there is none. An adjusted
p says at which level its test would just be called out when the whole family is looked at. A family is named
by whoever makes it (the cells of a table, the tables of a chapter), so that a report can say what it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from peil.estimation.arrays import Floats


class Adjustment(StrEnum):
    """How p-values are adjusted over a family.

    ``HOLM`` and ``BONFERRONI`` hold the chance of any false finding (Holm 1979; Holm's p is never larger).
    ``BH`` and ``BY`` hold the expected share of false ones among the findings (Benjamini & Hochberg 1995, for
    tests that are independent or go up and down together; Benjamini & Yekutieli 2001, for any). ``NONE``
    leaves them as they are.
    """

    NONE = "none"
    HOLM = "holm"
    BH = "bh"
    BY = "by"
    BONFERRONI = "bonferroni"


@dataclass(frozen=True)
class Family:
    """p-values that are looked at together.

    Args:
        name: What they are of: "q1 by age", "all tables of chapter 2".
        method: How they were adjusted.
        size: How many there are.
    """

    name: str
    method: Adjustment
    size: int


def adjust(p: Floats, method: Adjustment) -> Floats:
    """Give each p adjusted over all of them; the family is every place that has a p.

    Never below p, never above 1, in the order of p; the same p stays the same.

    Args:
        p: Of any shape; NaN where nothing was tested, and there alone NaN comes back.
        method: How.
    """
    tested = ~np.isnan(p)
    found = np.full(p.shape, np.nan)
    found[tested] = _adjusted(p[tested], method)
    return found


def adjust_family(tables: Mapping[str, Floats], method: Adjustment) -> dict[str, Floats]:
    """Give the p-values of several tables adjusted as one family.

    Args:
        tables: For each table its p-values, of any shape; NaN where nothing was tested.
        method: How.
    """
    flat = [p.ravel() for p in tables.values()]
    together = adjust(np.concatenate(flat) if flat else np.zeros(0), method)
    ends = np.cumsum([len(each) for each in flat])
    parts = np.split(together, ends[:-1]) if flat else []
    return {name: part.reshape(p.shape) for (name, p), part in zip(tables.items(), parts, strict=True)}


def _adjusted(p: Floats, method: Adjustment) -> Floats:
    size = len(p)
    if method is Adjustment.NONE or size == 0:
        return p.copy()
    if method is Adjustment.BONFERRONI:
        return np.minimum(p * size, 1.0)
    order = np.argsort(p, kind="stable")
    rank = np.arange(1, size + 1)
    if method is Adjustment.HOLM:
        steps = np.maximum.accumulate(p[order] * (size - rank + 1))
    else:
        harmonic = float(np.sum(1 / rank)) if method is Adjustment.BY else 1.0
        steps = np.minimum.accumulate((p[order] * (harmonic * size / rank))[::-1])[::-1]
    found = np.empty(size)
    found[order] = np.minimum(steps, 1.0)
    return found
