"""Bars: one a category, one for each series, stacked, or stacked from a line in the middle."""

from collections.abc import Sequence
from dataclasses import dataclass

from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.charts.palette import (
    MUTED,
    PRIMARY,
    Colour,
    category_colours,
    diverging_colours,
    scale_colours,
)
from peil.report.charts.value import value_text
from peil.report.fonts import measure
from peil.report.native_chart.frame import Bars, Rows, break_labels, lay_rows
from peil.report.native_chart.native_chart import NativeChart, Setting
from peil.report.native_chart.parts import (
    CATEGORY_AXIS,
    VALUE_AXIS,
    category_axis,
    chart_space,
    filled,
    invisible,
    legend,
    no_labels,
    series_labels,
    series_start,
    series_values,
    shown_values,
    text_properties,
    value_axis,
)
from peil.report.native_chart.placed import place_parts, shares_of
from peil.report.native_chart.sheet import Sheet, to_workbook
from peil.report.native_chart.value import PLAIN, label_format
from peil.report.native_chart.words import marked_labels, note_under
from peil.report.native_chart.xml import tag, val

_SINGLE, _STACKED, _GROUPED, _CROWDED = 13.0, 17.0, 10.5, 9.5
_FEW = 4
_BESIDE = 5.0
_MARGIN = 4.0
_AFTER = 6.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several charts that stand side by side: its title, the longest of theirs, the note of all."""

    title: str
    longest: str
    note: str


def native_bars(chart: Chart, setting: Setting, description: str, panel: Panel | None = None) -> NativeChart:
    """Give a bar chart of one series or of several side by side."""
    single = len(chart.series) == 1
    thick = _SINGLE if single else _GROUPED if len(chart.series) <= _FEW else _CROWDED
    names = () if single else tuple(series.name for series in chart.series)
    values = [value_text(bar) for series in chart.series for bar in series.bars]
    after = _BESIDE + max((measure(value, setting.size) for value in values), default=0.0) + 2
    note = panel.note if panel else note_under(chart)
    sheet = Sheet(break_labels(marked_labels(chart), setting), tuple(map(shares_of, chart.series)))
    band = thick * scale(setting) * len(chart.series)
    heads = (panel.longest,) if panel else names
    rows = lay_rows(sheet.labels, heads, note, setting, bars=Bars(len(chart.series), band, after))
    colours = category_colours([series.neutral for series in chart.series])
    drawn = [
        tag(
            "ser",
            series_start(sheet, place),
            filled(_single_colour(series) if single else colours[place]),
            val("invertIfNegative", 0),
            *(_muted(chart) if single else ()),
            labels_outside(series, setting),
            series_labels(sheet),
            series_values(sheet, place),
        )
        for place, series in enumerate(chart.series)
    ]
    plot = bar_plot(drawn, Plot(rows, rows.gap(len(chart.series), band), note), setting)
    legend_ = legend(setting, rows.top, rows.height) if names else ""
    xml = chart_space(setting, plot, legend_, panel.title if panel else "")
    return NativeChart(xml, to_workbook(sheet), rows.width, rows.height, chart.title, description, rows.least)


def native_stacked(chart: Chart, setting: Setting, description: str) -> NativeChart:
    """Give stacked bars, or diverging ones."""
    placed = place_parts(chart)
    sheet = Sheet(break_labels(marked_labels(chart), setting), tuple(column for column, _ in placed.columns))
    note = note_under(chart)
    shown = [series for _, series in placed.columns if series]
    names = tuple(series.name for series in shown)
    band = _STACKED * scale(setting)
    rows = lay_rows(sheet.labels, names, note, setting, bars=Bars(1, band, _AFTER))
    colours = iter(_colours_of(chart, shown))
    drawn = []
    for place, (_, series) in enumerate(placed.columns):
        colour = next(colours) if series else None
        looks = filled(colour) if colour else invisible()
        told = (
            labels_inside(series, colour, setting, rows, placed.whole) if series and colour else no_labels()
        )
        inside = (
            series_start(sheet, place, named=series is not None),
            looks,
            val("invertIfNegative", 0),
            told,
        )
        drawn.append(tag("ser", *inside, series_labels(sheet), series_values(sheet, place)))
    where = Plot(rows, rows.gap(1, band), note, placed.whole, placed.middle)
    plot = bar_plot(drawn, where, setting)
    xml = chart_space(setting, plot, legend(setting, rows.top, rows.height))
    return NativeChart(xml, to_workbook(sheet), rows.width, rows.height, chart.title, description, rows.least)


def scale(setting: Setting) -> float:
    """Give how much thicker bars are where text is larger."""
    return setting.size / 9.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Where bars stand: their rows and the room between them, and what stands under them.

    ``stacked_to`` is what a whole bar is worth, 0 where bars stand side by side; ``middle`` is where the
    line of diverging bars stands.
    """

    rows: Rows
    gap: int
    note: str
    stacked_to: float = 0.0
    middle: float = 0.0


def bar_plot(drawn: Sequence[str], plot: Plot, setting: Setting) -> str:
    """Give the plot: bars to the right, categories from top to bottom, no grid."""
    bars = tag(
        "barChart",
        val("barDir", "bar"),
        val("grouping", "stacked" if plot.stacked_to else "clustered"),
        val("varyColors", 0),
        *drawn,
        val("gapWidth", plot.gap),
        val("overlap", 100 if plot.stacked_to else 0),
        val("axId", CATEGORY_AXIS),
        val("axId", VALUE_AXIS),
    )
    crosses = val("crossesAt", plot.middle) if plot.middle else ""
    values = value_axis(setting, plot.stacked_to or 1.0, plot.note)
    axes = category_axis(setting, across=False, crosses=crosses) + values
    return tag("plotArea", plot.rows.layout(), bars, axes, invisible())


def labels_outside(series: Series, setting: Setting) -> str:
    """Give labels at the end of bars; the indicative ones have their sign."""
    own = [
        tag(
            "dLbl",
            val("idx", place),
            tag("numFmt", formatCode=label_format(bar), sourceLinked=0),
            shown_values("outEnd"),
        )
        for place, bar in enumerate(series.bars)
        if bar.share is not None and label_format(bar) != PLAIN
    ]
    kept = (
        tag("numFmt", formatCode=PLAIN, sourceLinked=0),
        invisible(),
        text_properties(setting, setting.size),
        shown_values("outEnd"),
    )
    return tag("dLbls", *own, *kept)


def labels_inside(series: Series, colour: Colour, setting: Setting, rows: Rows, whole: float) -> str:
    """Give labels within parts; a part too narrow for its number goes without, as in print."""
    own = []
    for place, bar in enumerate(series.bars):
        if bar.share is None:
            continue
        if not _fits(bar, setting, rows, whole):
            own.append(tag("dLbl", val("idx", place), val("delete", 1)))
        elif label_format(bar) != PLAIN:
            told = tag("numFmt", formatCode=label_format(bar), sourceLinked=0)
            own.append(tag("dLbl", val("idx", place), told, shown_values("ctr")))
    kept = (
        tag("numFmt", formatCode=PLAIN, sourceLinked=0),
        invisible(),
        text_properties(setting, setting.size, colour.text),
        shown_values("ctr"),
    )
    return tag("dLbls", *own, *kept)


def _colours_of(chart: Chart, shown: Sequence[Series]) -> tuple[Colour, ...]:
    neutral = [series.neutral for series in shown]
    if chart.kind is ChartKind.DIVERGING:
        return diverging_colours(neutral, [series.side for series in shown])
    return scale_colours(neutral)


def _fits(bar: Bar, setting: Setting, rows: Rows, whole: float) -> bool:
    return measure(value_text(bar), setting.size) + _MARGIN <= rows.bar(bar.share or 0.0, whole)


def _single_colour(series: Series) -> Colour:
    return MUTED if series.neutral else PRIMARY


def _muted(chart: Chart) -> list[str]:
    """Give the bars that are drawn in grey."""
    return [
        tag("dPt", val("idx", place), val("invertIfNegative", 0), val("bubble3D", 0), filled(MUTED))
        for place in sorted(chart.muted)
    ]
