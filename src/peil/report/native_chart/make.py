"""Make a chart that Word and PowerPoint draw: one native chart, or several for small multiples."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from peil.report.chart import Chart, ChartKind
from peil.report.charts.picture import alternative_text
from peil.report.native_chart.bars import Panel, native_bars, native_stacked
from peil.report.native_chart.dots import native_dots
from peil.report.native_chart.native_chart import NativeChart, Setting
from peil.report.native_chart.slope import native_slope
from peil.report.native_chart.words import note_under

_MAKERS: Mapping[ChartKind, Callable[[Chart, Setting, str], NativeChart]] = {
    ChartKind.BARS: native_bars,
    ChartKind.GROUPED: native_bars,
    ChartKind.STACKED: native_stacked,
    ChartKind.DIVERGING: native_stacked,
    ChartKind.SLOPE: native_slope,
    ChartKind.DOTS: native_dots,
}
_ACROSS, _ACROSS_WIDE = 2, 3
_WIDE = 600.0
"""Panels side by side, and from which width on there are more."""


def make_native(chart: Chart, setting: Setting) -> tuple[NativeChart, ...]:
    """Give a chart as an office program draws it; the same chart gives the same bytes.

    Small multiples come as several, each a chart of one series with its name on top, to be set side by side;
    the first tells what can be seen in all of them.
    """
    if chart.kind is ChartKind.MULTIPLES:
        return _panels(chart, setting)
    return (_MAKERS[chart.kind](chart, setting, alternative_text(chart)),)


def _panels(chart: Chart, setting: Setting) -> tuple[NativeChart, ...]:
    across = min(len(chart.series), _ACROSS_WIDE if setting.width >= _WIDE else _ACROSS)
    down = -(-len(chart.series) // across)
    tallest = setting.tallest / down if setting.fill else setting.tallest
    own = replace(setting, width=setting.width / across - 2, tallest=tallest)
    longest = max((series.name for series in chart.series), key=len, default="")
    made = []
    for place, series in enumerate(chart.series):
        title = f"{chart.title}: {series.name}"
        told = f"{chart.description} {series.name}." if place == 0 else title
        one = replace(chart, kind=ChartKind.BARS, title=title, description=told, series=(series,))
        panel = Panel(series.name, longest, note_under(chart))
        made.append(native_bars(one, own, alternative_text(one), panel))
    highest = max(one.height for one in made)
    return tuple(replace(one, height=highest) for one in made)
