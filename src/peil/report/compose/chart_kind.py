"""Which kind of chart is drawn, and of which slices."""

from collections.abc import Iterator

from peil.core.problem import Problem
from peil.report import problems as rules
from peil.report.chart import ChartKind
from peil.report.compose.slices import Shown, Slice

MOMENTS = 2


def kind_of(shown: Shown) -> ChartKind:
    """Give how shares are drawn: bars of several series are grouped, and so is a slope of one moment."""
    asked = ChartKind(shown.exhibit.chart or ChartKind.BARS)
    if asked is ChartKind.SLOPE and len(moments(shown)) == MOMENTS:
        return asked
    if asked not in {ChartKind.BARS, ChartKind.GROUPED, ChartKind.SLOPE}:
        return asked
    return ChartKind.BARS if len(shown.slices) == 1 else ChartKind.GROUPED


def moments(shown: Shown) -> tuple[Slice, ...]:
    """Give what a slope runs between: classes without their total, or items."""
    split = shown.exhibit.by is not None
    return tuple(part for part in shown.slices if part.group is not None or not split)


def parts_of(shown: Shown, kind: ChartKind) -> tuple[Slice, ...]:
    """Give the slices that a chart shows."""
    return moments(shown) if kind is ChartKind.SLOPE else shown.slices


def check_moments(shown: Shown) -> Iterator[Problem]:
    """Report a slope of which one moment is hidden: there is nothing to draw lines between."""
    if shown.exhibit.chart == ChartKind.SLOPE and len(moments(shown)) != MOMENTS:
        message = "One of the two moments is hidden by the disclosure rules; no line can be drawn."
        hint = "Show two moments whose bases are large enough, or use bars."
        yield rules.HIDDEN_VALUE.problem(shown.exhibit.span, message, hint=hint)
