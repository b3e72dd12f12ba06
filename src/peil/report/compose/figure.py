"""Compose a figure: its chart, the same numbers as a table, and what can be seen in it."""

from peil.disclose.verdicts import mode
from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.charts.value import value_text
from peil.report.compose.amount import is_whole
from peil.report.compose.phrases import HIDDEN_SIGN, join_words, say, spell_count
from peil.report.compose.slices import Shown, Slice
from peil.report.document import Grid, Run, TableCell


def make_chart(shown: Shown, title: str, *, synthetic: bool) -> Chart:
    """Give the chart of what is shown."""
    kind = kind_of(shown)
    categories, series, muted = LAYOUTS[layout_of(shown, kind)](shown)
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


def kind_of(shown: Shown) -> ChartKind:
    """Give how shares are drawn: bars of several series are grouped."""
    if shown.exhibit.chart == "stacked":
        return ChartKind.STACKED
    return ChartKind.BARS if len(shown.slices) == 1 else ChartKind.GROUPED


def layout_of(shown: Shown, kind: ChartKind) -> str:
    """Say what stands down the side: slices, or the options of one item."""
    return "options" if kind is not ChartKind.STACKED and len(shown.items) == 1 else "slices"


Layout = tuple[tuple[str, ...], tuple[Series, ...], frozenset[int]]


def options_down(shown: Shown) -> Layout:
    """Options down the side; a series for each slice."""
    item = shown.items[0]
    options = shown.options(item)
    muted = frozenset(place for place, option in enumerate(options) if shown.muted(item, option))
    single = len(shown.slices) == 1
    series = tuple(
        Series(
            say(shown.language, "share") if single else shown.label(part),
            tuple(bar(shown, part, option) for option in options),
        )
        for part in shown.slices
    )
    return tuple(shown.labels.option(item, option) for option in options), series, muted


def slices_down(shown: Shown) -> Layout:
    """Items or classes down the side; a series for each option of the first item."""
    item = shown.items[0]
    series = tuple(
        Series(
            shown.labels.option(item, option),
            tuple(bar(shown, part, option) for part in shown.slices),
            shown.muted(item, option),
        )
        for option in shown.options(item)
    )
    return tuple(shown.label(part) for part in shown.slices), series, frozenset()


LAYOUTS = {"options": options_down, "slices": slices_down}


def bar(shown: Shown, part: Slice, option: str) -> Bar:
    """Give one share as drawn."""
    amount = part.amount(option)
    if amount is None:
        return Bar(None, HIDDEN_SIGN)
    return Bar(amount.share, amount.printed(shown.language), part.indicative)


def describe(shown: Shown, kind: ChartKind) -> str:
    """Say what can be seen: of each slice the most chosen option with its share."""
    told = "; ".join(describe_slice(shown, part) for part in shown.slices)
    return f"{say(shown.language, kind.value)} {told}."


def describe_slice(shown: Shown, part: Slice) -> str:
    """Say what is most chosen in one slice."""
    label = shown.label(part)
    most = mode(part.table) if part.table and is_whole(part.table) else ()
    amount = part.amount(most[0]) if most else None
    if amount is None:
        return say(shown.language, "nobody", label=label)
    options = join_words([shown.labels.option(part.item, option) for option in most], shown.language)
    return say(shown.language, "most", label=label, options=options, share=amount.printed(shown.language))


def chart_grid(shown: Shown, chart: Chart) -> Grid:
    """Give a chart's numbers as a table, with its signs; a chart of one series has its counts too."""
    item = shown.items[0]
    counts = [shown.slices[0].amount(option) for option in shown.options(item)]
    one = chart.kind is ChartKind.BARS
    head = [cell("", header=True), *(cell(series.name, header=True, numeric=True) for series in chart.series)]
    if one:
        head.insert(1, cell(say(shown.language, "count"), header=True, numeric=True))
    body = []
    for place, category in enumerate(chart.categories):
        row = [cell(category, header=True)]
        if one:
            amount = counts[place]
            count = spell_count(amount.count, shown.language) if amount else HIDDEN_SIGN
            row.append(cell(count, numeric=True))
        row += [cell(value_text(series.bars[place]), numeric=True) for series in chart.series]
        body.append(tuple(row))
    return Grid((tuple(head),), tuple(body))


def cell(
    text: str, *, header: bool = False, numeric: bool = False, mark: str = "", columns: int = 1
) -> TableCell:
    """Give a table's cell of plain text."""
    return TableCell((Run(text),) if text else (), numeric, header, mark, columns)
