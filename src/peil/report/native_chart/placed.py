"""Where the parts of stacked bars stand: side by side, or from a line in the middle outward."""

from dataclasses import dataclass

from peil.report.chart import Chart, ChartKind, Series
from peil.report.native_chart.sheet import Column
from peil.report.native_chart.value import value_of
from peil.report.native_chart.words import say_column

_APART = 0.03
_LEFT = {-1: 1.0, 0: 0.5, 1: 0.0}


@dataclass(frozen=True, slots=True)
class Placed:
    """The columns of stacked bars, each with its series, or None for one that only pushes others on.

    ``whole`` is what the longest bar is worth, ``middle`` where the line stands (0 where there is none).
    """

    columns: tuple[tuple[Column, Series | None], ...]
    whole: float
    middle: float = 0.0


def place_parts(chart: Chart) -> Placed:
    """Place the parts of stacked or diverging bars.

    Diverging bars are pushed to the right by a part that isn't drawn, so that every share stands in the
    sheet as it is: negative numbers, or halves of the middle answer, would be nobody's share.
    """
    if chart.kind is not ChartKind.DIVERGING:
        sums = [sum(_at(chart.series, place)) for place in range(len(chart.categories))]
        return Placed(tuple((shares_of(series), series) for series in chart.series), max([1.0, *sums]))
    scale = tuple(series for series in chart.series if not series.neutral)
    apart = tuple(series for series in chart.series if series.neutral)
    places = range(len(chart.categories))
    lefts = [sum(_LEFT[series.side] * _share(series, place) for series in scale) for place in places]
    middle = _exact(max(lefts, default=0.0))
    ends = [_exact(middle - left + sum(_at(scale, place))) for place, left in enumerate(lefts)]
    whole = max(ends, default=1.0)
    columns: list[tuple[Column, Series | None]] = [
        _push(chart, tuple(_exact(middle - left) for left in lefts)),
        *((shares_of(series), series) for series in scale),
    ]
    if apart:
        furthest = whole + _APART
        columns.append(_push(chart, tuple(_exact(furthest - end) for end in ends)))
        columns += [(shares_of(series), series) for series in apart]
        whole = furthest + max(sum(_at(apart, place)) for place in places)
    return Placed(tuple(columns), _exact(whole) or 1.0, middle)


def shares_of(series: Series) -> Column:
    """Give a series as a column of the sheet."""
    return Column(series.name, tuple(value_of(bar) for bar in series.bars))


def _push(chart: Chart, room: tuple[float, ...]) -> tuple[Column, None]:
    return Column(say_column(chart.language, "offset"), room), None


def _at(series: tuple[Series, ...], place: int) -> list[float]:
    return [_share(one, place) for one in series]


def _share(series: Series, place: int) -> float:
    return value_of(series.bars[place]) or 0.0


def _exact(number: float) -> float:
    """Take away what binary fractions add."""
    return round(number, 4)
