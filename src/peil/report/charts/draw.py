"""A chart as SVG."""

from collections.abc import Callable, Mapping

from peil.report.chart import Chart, ChartKind
from peil.report.charts.bars import draw_bars
from peil.report.charts.course import draw_course
from peil.report.charts.diverging import draw_diverging
from peil.report.charts.dots import draw_dots
from peil.report.charts.frame import WIDE, Frame
from peil.report.charts.legend import SWATCH, set_legend
from peil.report.charts.marks import draw_mark
from peil.report.charts.multiples import draw_multiples
from peil.report.charts.palette import Colour, category_colours, diverging_colours, scale_colours
from peil.report.charts.sheet import Sheet
from peil.report.charts.slope import draw_slope
from peil.report.charts.stacked import draw_stacked
from peil.report.charts.svg import number, plain, quiet, text
from peil.report.charts.value import signs_explained
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import FAMILY

_TOP = 3.0
_MOMENTS = 2

_DRAW: Mapping[ChartKind, Callable[[Chart, Sheet, float], tuple[list[str], float]]] = {
    ChartKind.BARS: draw_bars,
    ChartKind.GROUPED: draw_bars,
    ChartKind.STACKED: draw_stacked,
    ChartKind.DIVERGING: draw_diverging,
    ChartKind.MULTIPLES: draw_multiples,
    ChartKind.SLOPE: draw_slope,
    ChartKind.DOTS: draw_dots,
}
_NAMED = {ChartKind.MULTIPLES, ChartKind.SLOPE}
"""Kinds that name their series themselves."""
_PARTS = {ChartKind.STACKED, ChartKind.DIVERGING}


def draw_chart(chart: Chart, anchor: str, frame: Frame = WIDE) -> str:
    """Draw a chart as one ``<svg>`` element; the same chart gives the same text.

    Colours and type are attributes, so that it reads alike in a browser and in print; classes
    (``ink``, ``quiet``, ``rule``, ``fill-…``, ``on-…``) let a page recolour it, as ``dark_rules`` does.

    Args:
        chart: What to draw.
        anchor: Told apart from other charts on the page: makes the ids of title and description.
        frame: Width and sizes.
    """
    ident = f"{anchor}-{frame.name}"
    sheet = Sheet(frame, ident, _colours(chart))
    legend, top = _legend(chart, sheet)
    several = chart.kind is ChartKind.SLOPE and len(chart.series) > _MOMENTS
    body, bottom = (draw_course if several else _DRAW[chart.kind])(chart, sheet, top)
    notes, height = _notes(chart, frame, bottom + 5)
    drawn = "".join((*legend, *body, *notes))
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(frame.width)} {number(height)}" ',
            f'role="img" aria-labelledby="{plain(ident)}-title {plain(ident)}-desc" ',
            f'lang="{plain(chart.language)}" font-family="\'{FAMILY}\', sans-serif">',
            f'<title id="{plain(ident)}-title">{plain(chart.title)}</title>',
            f'<desc id="{plain(ident)}-desc">{plain(chart.description)}</desc>',
            sheet.patterns(drawn),
            drawn,
            "</svg>",
        )
    )


def _legend(chart: Chart, sheet: Sheet) -> tuple[list[str], float]:
    if chart.kind in _NAMED or (len(chart.series) == 1 and chart.kind not in _PARTS):
        return [], _TOP

    def swatch(index: int, x: float, y: float) -> list[str]:
        colour = sheet.colours[index]
        if chart.kind is ChartKind.DOTS:
            return [draw_mark(index, x + SWATCH / 2, y + SWATCH / 2, colour)]
        return sheet.area(x, y, SWATCH, SWATCH, colour)

    return set_legend([series.name for series in chart.series], swatch, sheet.frame)


def _colours(chart: Chart) -> tuple[Colour, ...]:
    neutral = [series.neutral for series in chart.series]
    if chart.kind is ChartKind.DIVERGING:
        return diverging_colours(neutral, [series.side for series in chart.series])
    return (scale_colours if chart.kind is ChartKind.STACKED else category_colours)(neutral)


def _notes(chart: Chart, frame: Frame, top: float) -> tuple[list[str], float]:
    """What stands under the bars: that data are synthetic, and what signs mean."""
    said = " · ".join(words for words in (chart.synthetic, *signs_explained(chart)) if words)
    if not said:
        return [], top
    size = frame.small - 1
    lines = wrap_text(said, frame.width, size)
    first = top + size + 4
    return [text(0, first, lines, quiet(size), frame.line)], first + (len(lines) - 1) * frame.line + 5
