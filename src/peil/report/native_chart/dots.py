"""Dots with their intervals: a row for each answer, a dot for each group."""

from collections.abc import Sequence

from peil.report.chart import Bar, Chart
from peil.report.charts.palette import MUTED, PRIMARY, RULE, Colour, category_colours
from peil.report.charts.value import value_text
from peil.report.fonts import measure
from peil.report.native_chart.frame import Bars, break_labels, lay_rows
from peil.report.native_chart.native_chart import NativeChart, Setting
from peil.report.native_chart.parts import (
    CATEGORY_AXIS,
    VALUE_AXIS,
    chart_space,
    colour_of,
    invisible,
    legend,
    line,
    note_title,
    rich_text,
    series_start,
    series_values,
    shown_values,
    text_properties,
)
from peil.report.native_chart.sheet import Column, Sheet, to_workbook
from peil.report.native_chart.value import PLAIN, rounded, value_of
from peil.report.native_chart.words import marked_labels, note_under, say_column
from peil.report.native_chart.xml import tag, val

_BAND = 13.0
_MARK = 7
_OF_EACH = 2  # columns: shares and the rows they stand on
_OF_ROW = 4  # cells of a category: lower bound, share, upper bound, and an empty one where the line breaks
_SPREAD = 0.7  # of a row's height, over which the dots of several groups stand
_LINE = 1.5


def native_dots(chart: Chart, setting: Setting, description: str) -> NativeChart:
    """Give a scatter of shares by row, intervals as error bars; labels stand beside the first column."""
    labels, note = break_labels(marked_labels(chart), setting), note_under(chart)
    single = len(chart.series) == 1
    names = () if single else tuple(series.name for series in chart.series)
    sheet = _sheet(chart, labels)
    values = [value_text(bar) for one in chart.series for bar in one.bars]
    after = max((measure(value, setting.size) for value in values), default=0.0)
    band = _BAND * len(chart.series)
    rows = lay_rows(labels, names, note, setting, bars=Bars(len(chart.series), band, after + 8))
    greys = [series.neutral for series in chart.series]
    colours = (PRIMARY,) if single else category_colours(greys)
    drawn = [_dots(chart, sheet, place, colour, setting) for place, colour in enumerate(colours)]
    drawn.append(_beside(sheet, labels, chart, setting))
    scatter = tag(
        "scatterChart",
        val("scatterStyle", "lineMarker"),
        val("varyColors", 0),
        *drawn,
        val("axId", CATEGORY_AXIS),
        val("axId", VALUE_AXIS),
    )
    plot = tag("plotArea", rows.layout(), scatter, *_axes(len(labels), note, setting), invisible())
    xml = chart_space(setting, plot, legend(setting, rows.top, rows.height) if names else "")
    return NativeChart(xml, to_workbook(sheet), rows.width, rows.height, chart.title, description, rows.least)


def _sheet(chart: Chart, labels: Sequence[str]) -> Sheet:
    """Give each category's shares between their bounds, their rows, and where labels stand."""
    said = chart.language
    bounds = say_column(said, "low"), say_column(said, "high")
    down = [
        cell for label in labels for cell in (f"{label}: {bounds[0]}", label, f"{label}: {bounds[1]}", "")
    ]
    columns: list[Column] = []
    for place, series in enumerate(chart.series):
        shown = tuple(value for bar in series.bars for value in _ends(bar))
        heights = [_height(chart, place, row) for row in range(len(labels)) for _ in range(_OF_ROW)]
        columns += (Column(series.name, shown), _where(said, shown, heights))
    marked = tuple(0.0 if cell % _OF_ROW == 1 else None for cell in range(_OF_ROW * len(labels)))
    rows = [float(len(labels) - row) for row in range(len(labels)) for _ in range(_OF_ROW)]
    columns += (Column(say_column(said, "offset"), marked), _where(said, marked, rows))
    return Sheet(tuple(down), tuple(columns))


def _ends(bar: Bar) -> tuple[float | None, ...]:
    """Give the cells of one share."""
    if bar.share is None:
        return (None,) * _OF_ROW
    return rounded(bar.low), value_of(bar), rounded(bar.high), None


def _height(chart: Chart, place: int, row: int) -> float:
    """Give the height of a dot: its row's, a little higher or lower where there are several groups."""
    step = _SPREAD / len(chart.series)
    return round(len(chart.categories) - row + step * ((len(chart.series) - 1) / 2 - place), 4)


def _where(language: str, values: Sequence[float | None], heights: Sequence[float]) -> Column:
    """Give the heights of what is shown."""
    pairs = zip(values, heights, strict=True)
    found = tuple(None if value is None else height for value, height in pairs)
    return Column(say_column(language, "row"), found, percent=False)


def _dots(chart: Chart, sheet: Sheet, place: int, colour: Colour, setting: Setting) -> str:
    """Give a line from bound to bound through each dot; the number stands where no line is in its way."""
    column = place * _OF_EACH
    single = len(chart.series) == 1
    marks, told = [], []
    for row, bar in enumerate(chart.series[place].bars):
        if bar.share is None:
            continue
        fill = MUTED.fill if single and row in chart.muted else colour.fill
        marks.append(_mark(row * _OF_ROW + 1, fill))
        told.append(_number(row * _OF_ROW + (1 if bar.high is None else 2), bar, setting))
    return tag(
        "ser",
        series_start(sheet, column, place),
        tag("spPr", line(colour.fill, _LINE)),
        tag("marker", val("symbol", "none")),
        *marks,
        tag("dLbls", *told, *_off()),
        series_values(sheet, column, "xVal"),
        series_values(sheet, column + 1, "yVal"),
        val("smooth", 0),
    )


def _mark(point: int, fill: str) -> str:
    looks = tag("spPr", tag("a:solidFill", colour_of(fill)), line(fill, 0.5))
    mark = tag("marker", val("symbol", "circle"), val("size", _MARK), looks)
    return tag("dPt", val("idx", point), mark, val("bubble3D", 0), tag("spPr", line(fill, _LINE)))


def _number(row: int, bar: Bar, setting: Setting) -> str:
    """Give a dot's number in words: programs differ in how they print what stands across."""
    told = rich_text([value_text(bar)], setting, setting.size - 1)
    return tag("dLbl", val("idx", row), told, invisible(), shown_values("r"))


def _off() -> tuple[str, ...]:
    """Give what other labels tell: nothing."""
    told = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return (tag("numFmt", formatCode=PLAIN, sourceLinked=0), *(val(f"show{what}", 0) for what in told))


def _beside(sheet: Sheet, labels: Sequence[str], chart: Chart, setting: Setting) -> str:
    """Give the labels: a series without marks at the left edge, whose points are told in words."""
    column = len(chart.series) * _OF_EACH
    own = [
        tag(
            "dLbl",
            val("idx", row * _OF_ROW + 1),
            rich_text(label.split("\n"), setting, setting.size, wrap="none"),
            invisible(),
            text_properties(setting, setting.size, wrap="none"),
            shown_values("l"),
        )
        for row, label in enumerate(labels)
    ]
    return tag(
        "ser",
        series_start(sheet, column, len(chart.series), named=False),
        tag("spPr", line()),
        tag("marker", val("symbol", "none")),
        tag("dLbls", *own, *_off()),
        series_values(sheet, column, "xVal"),
        series_values(sheet, column + 1, "yVal"),
        val("smooth", 0),
    )


def _axes(count: int, note: str, setting: Setting) -> tuple[str, str]:
    """Give the axes: shares across, rows (not drawn) upward."""
    across = tag(
        "valAx",
        val("axId", CATEGORY_AXIS),
        tag("scaling", val("orientation", "minMax"), val("max", 1), val("min", 0)),
        val("delete", 0),
        val("axPos", "b"),
        tag("majorGridlines", tag("spPr", line("#E3E7EA", 0.5))),
        note_title(note, setting),
        tag("numFmt", formatCode=PLAIN, sourceLinked=0),
        val("majorTickMark", "none"),
        val("minorTickMark", "none"),
        val("tickLblPos", "none"),
        tag("spPr", line()),
        val("crossAx", VALUE_AXIS),
        val("crosses", "min"),
        val("crossBetween", "midCat"),
        val("majorUnit", 0.25),
    )
    up = tag(
        "valAx",
        val("axId", VALUE_AXIS),
        tag("scaling", val("orientation", "minMax"), val("max", count + 0.5), val("min", 0.5)),
        val("delete", 0),
        val("axPos", "l"),
        tag("numFmt", formatCode="General", sourceLinked=0),
        val("majorTickMark", "none"),
        val("minorTickMark", "none"),
        val("tickLblPos", "none"),
        tag("spPr", line(RULE)),
        val("crossAx", CATEGORY_AXIS),
        val("crosses", "min"),
        val("crossBetween", "midCat"),
    )
    return across, up
