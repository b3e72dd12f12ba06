"""A slope: a line for each answer, from then to now or over more moments."""

from peil.report.chart import Chart
from peil.report.charts.palette import MUTED, Colour, category_colours
from peil.report.charts.wrap import wrap_text
from peil.report.native_chart.frame import legend_height, note_height
from peil.report.native_chart.native_chart import NativeChart, Setting
from peil.report.native_chart.parts import (
    CATEGORY_AXIS,
    VALUE_AXIS,
    category_axis,
    chart_space,
    colour_of,
    inner_layout,
    invisible,
    legend,
    line,
    series_labels,
    series_start,
    series_values,
    shown_values,
    text_properties,
    value_axis,
)
from peil.report.native_chart.sheet import Column, Sheet, to_workbook
from peil.report.native_chart.value import PLAIN, label_format, value_of
from peil.report.native_chart.words import marked_labels, note_under
from peil.report.native_chart.xml import tag, val

_HIGH, _LOW = 190.0, 120.0
_UNDER = 1.9  # lines for the two moments
_MARK = 6
_SIDE = 0.16
_HEADROOM = 0.06
BREAK = "†"
"""What stands under an empty moment: the sign of a break in the trend."""


def native_slope(chart: Chart, setting: Setting, description: str) -> NativeChart:
    """Give a line chart; the legend names its lines, a number stands at each point."""
    order = moments_of(chart)
    moments = tuple(BREAK if place is None else chart.series[place].name for place in order)
    labels = marked_labels(chart)
    columns = tuple(
        Column(label, tuple(None if at is None else value_of(chart.series[at].bars[place]) for at in order))
        for place, label in enumerate(labels)
    )
    sheet, note = Sheet(moments, columns), note_under(chart)
    greys = [place in chart.muted for place in range(len(labels))]
    colours = category_colours(greys)
    drawn = [_line(chart, sheet, place, colour, setting) for place, colour in enumerate(colours)]
    shown = [value for column in columns for value in column.values if value is not None]
    highest = min(1.0, max(shown, default=1.0) + _HEADROOM)
    top = legend_height(labels, setting)
    named = max(len(wrap_text(name, setting.width / 3, setting.size)) for name in moments)
    bottom = (named - 1 + _UNDER) * setting.size + note_height(note, setting)
    height = setting.tallest if setting.fill else min(setting.tallest, top + _HIGH + bottom)
    plot = tag(
        "plotArea",
        inner_layout(_SIDE, top / height, 1 - 2 * _SIDE, (height - top - bottom) / height),
        tag(
            "lineChart",
            val("grouping", "standard"),
            val("varyColors", 0),
            *drawn,
            val("marker", 1),
            val("axId", CATEGORY_AXIS),
            val("axId", VALUE_AXIS),
        ),
        category_axis(setting, across=True, note=note),
        value_axis(setting, highest, "", down=True),
        invisible(),
    )
    xml = chart_space(setting, plot, legend(setting, top, height))
    least = top + _LOW + bottom
    return NativeChart(xml, to_workbook(sheet), setting.width, height, chart.title, description, least)


def _line(chart: Chart, sheet: Sheet, place: int, colour: Colour, setting: Setting) -> str:
    fill = MUTED.fill if place in chart.muted else colour.fill
    solid = tag("a:solidFill", colour_of(fill))
    mark = tag("marker", val("symbol", "circle"), val("size", _MARK), tag("spPr", solid, line(fill)))
    return tag(
        "ser",
        series_start(sheet, place),
        tag("spPr", line(fill, 2.0)),
        mark,
        _ends(chart, place, setting),
        series_labels(sheet),
        series_values(sheet, place),
        val("smooth", 0),
    )


def moments_of(chart: Chart) -> tuple[int | None, ...]:
    """Give the series in order, with an empty moment before each that no line leads to.

    Programs don't agree on how a piece of a line is left out; at an empty moment all of them stop it.
    """
    found: list[int | None] = []
    for place in range(len(chart.series)):
        found += [None, place] if place in chart.gaps else [place]
    return tuple(found)


def _ends(chart: Chart, place: int, setting: Setting) -> str:
    """Give the numbers at both ends: left of the first, right of the last."""
    order = moments_of(chart)
    last = len(order) - 1
    own = []
    for point, at in enumerate(order):
        bar = None if at is None else chart.series[at].bars[place]
        if bar is not None and bar.share is not None:
            side = "l" if point == 0 else "r" if point == last else "t"
            told = tag("numFmt", formatCode=label_format(bar), sourceLinked=0)
            text = text_properties(setting, setting.size)
            own.append(tag("dLbl", val("idx", point), told, invisible(), text, shown_values(side)))
    kept = (
        tag("numFmt", formatCode=PLAIN, sourceLinked=0),
        invisible(),
        text_properties(setting, setting.size),
        shown_values("r"),
    )
    return tag("dLbls", *own, *kept)
