"""Any picture of a document as SVG, and in words."""

from peil.core.percent import percent_of_share
from peil.report.chart import Bar, Chart, ChartKind
from peil.report.charts.draw import draw_chart
from peil.report.charts.frame import WIDE, Frame
from peil.report.charts.route_map import draw_route_map
from peil.report.charts.value import value_text
from peil.report.document import Picture
from peil.report.route_map import Exit, RouteMap, Station, Stop


def draw_picture(picture: Picture, anchor: str, frame: Frame = WIDE) -> str:
    """Draw a chart or a route map as one ``<svg>`` element."""
    if isinstance(picture, RouteMap):
        return draw_route_map(picture, anchor, frame)
    return draw_chart(picture, anchor, frame)


def alternative_text(picture: Picture) -> str:
    """What a picture shows, all of it: on paper no table of the same stands beside it."""
    parts = _map_rows(picture) if isinstance(picture, RouteMap) else _chart_rows(picture)
    return " ".join(part for part in (picture.description or picture.title, "; ".join(parts)) if part)


def _chart_rows(chart: Chart) -> list[str]:
    return [f"{category}: {_values(chart, place)}" for place, category in enumerate(chart.categories)]


def _values(chart: Chart, place: int) -> str:
    told = [_value(series.bars[place], chart) for series in chart.series]
    if len(chart.series) == 1:
        return told[0]
    return ", ".join(f"{series.name} {value}" for series, value in zip(chart.series, told, strict=True))


def _value(bar: Bar, chart: Chart) -> str:
    """A value and, in a chart that draws it, its interval in whole per cents."""
    told = value_text(bar)
    if chart.kind is not ChartKind.DOTS or bar.low is None or bar.high is None:
        return told
    low, high = (f"{percent_of_share(bound)}%" for bound in (bar.low, bar.high))
    return f"{told} ({low}–{high})"


def _map_rows(shown: RouteMap) -> list[str]:
    return [
        _exit_row(shown, row) if isinstance(row, Exit) else _station_row(shown, row) for row in shown.rows
    ]


def _exit_row(shown: RouteMap, row: Exit) -> str:
    lanes = [name for name, there in zip(shown.lanes, row.lanes, strict=True) if there]
    return f"{row.title}, {row.who} ({', '.join(lanes)})"


def _station_row(shown: RouteMap, row: Station) -> str:
    said = {Stop.ALWAYS: shown.words.always, Stop.SOMETIMES: shown.words.sometimes}
    groups = {
        words: [name for name, stop in zip(shown.lanes, row.stops, strict=True) if stop is kind]
        for kind, words in said.items()
    }
    told = ", ".join(
        words if len(names) == len(shown.lanes) else f"{words}: {', '.join(names)}"
        for words, names in groups.items()
        if names
    )
    return f"{row.number} {row.title}: {told}".strip()
