"""A chart as SVG."""

from peil.report.chart import Chart, ChartKind
from peil.report.charts.bars import draw_bars
from peil.report.charts.frame import WIDE, Frame
from peil.report.charts.legend import set_legend
from peil.report.charts.palette import Colour, category_colours, scale_colours
from peil.report.charts.stacked import draw_stacked
from peil.report.charts.svg import number, plain, quiet, text
from peil.report.charts.value import signs_explained
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import FAMILY

_TOP = 3.0


def draw_chart(chart: Chart, anchor: str, frame: Frame = WIDE) -> str:
    """Draw a chart as one ``<svg>`` element; the same chart gives the same text.

    Colours and type are attributes, so that it reads alike in a browser and in print; classes
    (``ink``, ``quiet``, ``rule``, ``fill-…``, ``on-…``) let a page recolour it.

    Args:
        chart: What to draw.
        anchor: Told apart from other charts on the page: makes the ids of title and description.
        frame: Width and sizes.
    """
    legend, top = _legend(chart, frame)
    body, bottom = _body(chart, frame, top)
    notes, height = _notes(chart, frame, bottom + 5)
    ident = f"{anchor}-{frame.name}"
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(frame.width)} {number(height)}" ',
            f'role="img" aria-labelledby="{plain(ident)}-title {plain(ident)}-desc" ',
            f'lang="{plain(chart.language)}" font-family="\'{FAMILY}\', sans-serif">',
            f'<title id="{plain(ident)}-title">{plain(chart.title)}</title>',
            f'<desc id="{plain(ident)}-desc">{plain(chart.description)}</desc>',
            *legend,
            *body,
            *notes,
            "</svg>",
        )
    )


def _legend(chart: Chart, frame: Frame) -> tuple[list[str], float]:
    if len(chart.series) == 1 and chart.kind is not ChartKind.STACKED:
        return [], _TOP
    return set_legend([series.name for series in chart.series], _colours(chart), frame)


def _body(chart: Chart, frame: Frame, top: float) -> tuple[list[str], float]:
    draw = draw_stacked if chart.kind is ChartKind.STACKED else draw_bars
    return draw(chart, frame, _colours(chart), top)


def _colours(chart: Chart) -> tuple[Colour, ...]:
    choose = scale_colours if chart.kind is ChartKind.STACKED else category_colours
    return choose([series.neutral for series in chart.series])


def _notes(chart: Chart, frame: Frame, top: float) -> tuple[list[str], float]:
    """What stands under the bars: that data are synthetic, and what signs mean."""
    said = " · ".join(words for words in (chart.synthetic, *signs_explained(chart)) if words)
    if not said:
        return [], top
    size = frame.small - 1
    lines = wrap_text(said, frame.width, size)
    first = top + size + 4
    return [text(0, first, lines, quiet(size), frame.line)], first + (len(lines) - 1) * frame.line + 5
