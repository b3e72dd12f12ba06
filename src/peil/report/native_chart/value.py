"""The numbers that a native chart holds: those that are printed, and no more exact ones."""

import re
from decimal import Decimal

from peil.core.percent import percent_of_share
from peil.report.chart import Bar
from peil.report.charts.words import INDICATIVE

_PRINTED = re.compile(r"(\d+)(?:[.,](\d+))?\s?%")
PLAIN = "0%"
_PERCENT = 100


def value_of(bar: Bar) -> float | None:
    """Give a bar's share as it is printed, None where it is hidden.

    A chart's workbook can be opened, so it may say no more than the label: a share of many decimals tells
    the count behind a whole percentage.
    """
    if bar.share is None:
        return None
    found = _PRINTED.search(bar.printed)
    if found is None:
        return rounded(bar.share)
    whole, decimals = found.group(1), found.group(2) or ""
    return float(Decimal(f"{whole}.{decimals or 0}") / _PERCENT)


def rounded(share: float | None) -> float | None:
    """Give a bound of an interval in whole percentages."""
    return None if share is None else float(percent_of_share(share)) / _PERCENT


def label_format(bar: Bar) -> str:
    """Give the number format that prints a bar's value as other formats do: ``46%``, ``46%*``."""
    decimals = (found.group(2) or "") if (found := _PRINTED.search(bar.printed)) else ""
    shown = f"0.{'0' * len(decimals)}%" if decimals else PLAIN
    return f'{shown}"{INDICATIVE}"' if bar.indicative else shown
