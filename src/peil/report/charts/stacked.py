"""Stacked bars: the parts of a category, side by side, that sum to 100 %."""

from peil.report.chart import Bar, Chart
from peil.report.charts.parts import BAND, MARGIN, Part
from peil.report.charts.rows import Columns, baseline_in, set_columns, set_rows
from peil.report.charts.sheet import Sheet
from peil.report.charts.svg import quiet, text
from peil.report.charts.words import HIDDEN
from peil.report.fonts import measure


def draw_stacked(chart: Chart, sheet: Sheet, top: float) -> tuple[list[str], float]:
    """Draw the bars from ``top`` down; gives the elements and where they end.

    Hidden parts are left out and the shown ones close up, so that no place shows a single one's size. What
    is left of 100 % is hatched: all hidden parts together, which a reader can work out from the numbers.
    """
    columns = set_columns(sheet.frame, chart.categories, _room_for_sign(chart, sheet))

    def paint(category: int, y: float) -> list[str]:
        bars = [series.bars[category] for series in chart.series]
        parts = _lay(bars, sheet, columns)
        drawn = [element for part in parts for element in (*part.area(y, sheet), *part.number(y, sheet))]
        return drawn + (_hidden(parts, columns, y, sheet) if any(bar.share is None for bar in bars) else [])

    rows = set_rows(chart.categories, sheet.frame, columns, top, BAND, paint)
    return list(rows.elements), rows.bottom


def _room_for_sign(chart: Chart, sheet: Sheet) -> float:
    hidden = any(bar.share is None for series in chart.series for bar in series.bars)
    return measure(HIDDEN, sheet.frame.small) + MARGIN if hidden else 1


def _lay(bars: list[Bar], sheet: Sheet, columns: Columns) -> list[Part]:
    whole = max(1.0, sum(bar.share or 0.0 for bar in bars))
    parts: list[Part] = []
    x = columns.left
    for bar, colour in zip(bars, sheet.colours, strict=True):
        width = columns.reach((bar.share or 0.0) / whole)
        if width:
            parts.append(Part(bar, colour, x, width))
        x += width
    return parts


def _hidden(parts: list[Part], columns: Columns, y: float, sheet: Sheet) -> list[str]:
    """What is left of 100 % where parts are hidden: hatched, with the sign beside it."""
    left = parts[-1].left + parts[-1].width if parts else columns.left
    sign = text(
        columns.right + MARGIN / 2,
        baseline_in(y, BAND, sheet.frame.small),
        [HIDDEN],
        quiet(sheet.frame.small),
    )
    width = columns.right - left
    return [sheet.not_shown(left + 0.4, y + 0.4, width - 0.8, BAND - 0.8), sign] if width > 2 else [sign]
