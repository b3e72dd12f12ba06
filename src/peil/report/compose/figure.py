"""Compose a figure: its chart, and the same numbers as a table."""

from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.charts.value import value_text
from peil.report.compose.chart_kind import kind_of, parts_of
from peil.report.compose.describe import describe
from peil.report.compose.interval import bounds_of, printed_bounds
from peil.report.compose.phrases import HIDDEN_SIGN, say, spell_count
from peil.report.compose.sides import RIGHT, sides_of
from peil.report.compose.slices import Shown, Slice
from peil.report.document import Grid, Run, TableCell

Layout = tuple[tuple[str, ...], tuple[Series, ...], frozenset[int]]


def make_chart(shown: Shown, title: str, *, synthetic: bool) -> Chart:
    """Give the chart of what is shown."""
    kind = kind_of(shown)
    categories, series, muted = (options_down if has_options_down(shown, kind) else slices_down)(shown, kind)
    return Chart(
        kind=kind,
        title=title,
        description=describe(shown, kind),
        categories=categories,
        series=series,
        muted=muted,
        synthetic=say(shown.language, "synthetic_chart") if synthetic else "",
        language=shown.language,
    )


def has_options_down(shown: Shown, kind: ChartKind) -> bool:
    """Say whether options are the categories, with a series for each slice, or the other way round."""
    if kind in {ChartKind.STACKED, ChartKind.DIVERGING}:
        return False
    return kind in {ChartKind.MULTIPLES, ChartKind.SLOPE} or len(shown.items) == 1


def options_down(shown: Shown, kind: ChartKind) -> Layout:
    """Options down the side; a series for each slice."""
    item = shown.items[0]
    options = shown.options(item)
    muted = frozenset(place for place, option in enumerate(options) if shown.muted(item, option))
    parts = parts_of(shown, kind)
    series = tuple(
        Series(
            say(shown.language, "share") if len(parts) == 1 else shown.label(part),
            tuple(bar(shown, part, option) for option in options),
        )
        for part in parts
    )
    return tuple(shown.labels.option(item, option) for option in options), series, muted


def slices_down(shown: Shown, kind: ChartKind) -> Layout:
    """Items or classes down the side; a series for each option of the first item, in the scale's order."""
    item = shown.items[0]
    sides = sides_of(shown) if kind is ChartKind.DIVERGING else {}
    options = (*sides, *(option for option in shown.options(item) if option not in sides))
    series = tuple(
        Series(
            shown.labels.option(item, option),
            tuple(bar(shown, part, option) for part in shown.slices),
            shown.muted(item, option),
            sides.get(option, RIGHT),
        )
        for option in options
    )
    return tuple(shown.label(part) for part in shown.slices), series, frozenset()


def bar(shown: Shown, part: Slice, option: str) -> Bar:
    """Give one share as drawn."""
    amount = part.amount(option)
    if amount is None:
        return Bar(None, HIDDEN_SIGN)
    low, high = bounds_of(part, option) or (None, None)
    return Bar(amount.share, amount.printed(shown.language), part.indicative, low, high)


def chart_grid(shown: Shown, chart: Chart) -> Grid:
    """Give a chart's numbers as a table, with its signs.

    A chart of one series has its counts too, and one of intervals the bounds beside each share.
    """
    counted = chart.kind is ChartKind.BARS
    head = [cell("", header=True)]
    if counted:
        head.append(cell(say(shown.language, "count"), header=True, numeric=True))
    for series in chart.series:
        head += [cell(name, header=True, numeric=True) for name in column_names(shown, chart, series)]
    body = []
    for place, category in enumerate(chart.categories):
        row = [cell(category, header=True)]
        if counted:
            row.append(cell(count_at(shown, place), numeric=True))
        for index, series in enumerate(chart.series):
            row.append(cell(value_text(series.bars[place]), numeric=True))
            row += [cell(bound, numeric=True) for bound in bounds_at(shown, chart, place, index)]
        body.append(tuple(row))
    return Grid((tuple(head),), tuple(body))


def column_names(shown: Shown, chart: Chart, series: Series) -> list[str]:
    """Name the columns of a series: its share and, in a chart of intervals, the bounds."""
    if chart.kind is not ChartKind.DOTS:
        return [series.name]
    bounds = (say(shown.language, "low"), say(shown.language, "high"))
    several = len(chart.series) > 1
    return [series.name, *(f"{series.name}, {bound}" if several else bound for bound in bounds)]


def count_at(shown: Shown, place: int) -> str:
    """Give the count of an option of the only slice."""
    amount = shown.slices[0].amount(shown.options(shown.items[0])[place])
    return spell_count(amount.count, shown.language) if amount else HIDDEN_SIGN


def bounds_at(shown: Shown, chart: Chart, place: int, index: int) -> tuple[str, str] | tuple[()]:
    """Give the printed bounds of a value in a chart of intervals; of a share of nothing there are none."""
    if chart.kind is not ChartKind.DOTS:
        return ()
    down = has_options_down(shown, chart.kind)
    part, option = (index, place) if down else (place, index)
    slice_ = shown.slices[part]
    found = printed_bounds(slice_, shown.options(shown.items[0])[option], shown.language)
    if chart.series[index].bars[place].share is None:
        return HIDDEN_SIGN, HIDDEN_SIGN
    none = say(shown.language, "none")
    return found or (none, none)


def cell(
    text: str, *, header: bool = False, numeric: bool = False, mark: str = "", columns: int = 1
) -> TableCell:
    """Give a table's cell of plain text."""
    return TableCell((Run(text),) if text else (), numeric, header, mark, columns)
