"""Compose ``ComparisonCall``: another study's figures beside this one's, as a table or a chart each."""

from collections.abc import Iterator

from peil.disclose.compared import Compared
from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.compose.amount import Amount
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.compared_lines import Asked, Line, Side
from peil.report.compose.beside.comparison_notes import caution, tell_base_of, tell_notes, tell_source
from peil.report.compose.beside.comparison_words import say_beside
from peil.report.compose.figure import cell
from peil.report.compose.phrases import HIDDEN_SIGN, say
from peil.report.document import Block, Figure, Grid, Inline, NumberedTable, Run, TableCell
from peil.report.template.beside_block import ComparisonCall
from peil.study.told import in_language

WHOLE = 100


def comparison_blocks(call: ComparisonCall, around: AroundBlock) -> Iterator[Block]:
    """Give a numbered table, or a chart, for each question that it shows."""
    other = around.labels.study.others[call.id]
    compared = around.release.compared.get(other.id, Compared(other.id)).questions
    title = "".join(run.text for run in around.inline(call.caption))
    for place, name in enumerate(call.questions):
        asked = Asked(other, other.questions[name], compared.get(name), around.labels)
        told = title
        if len(call.questions) > 1:
            told = f"{title}: {in_language(asked.question.title, asked.language)}"
        number = int(around.number) + place
        anchor = around.anchor if place == 0 else f"{around.anchor}-{name}"
        yield _block(call, asked, around, (number, anchor, told))


def _block(call: ComparisonCall, asked: Asked, around: AroundBlock, place: tuple[int, str, str]) -> Block:
    """Give the table or chart of a question; ``place`` is its number, anchor and caption."""
    number, anchor, title = place
    written = tuple(around.inline(line) for line in call.notes)
    notes: tuple[Inline, ...] = (*written, *((Run(note),) for note in tell_notes(asked)))
    source, base = tell_source(asked), tell_base_of(asked)
    warned = caution(asked, around.release.disclosure)
    grid = make_grid(asked)
    if not call.chart or asked.compared is None:
        return NumberedTable(number, anchor, title, source, base, notes, grid, warned)
    chart = make_chart(asked, ChartKind(call.chart), title, synthetic=around.release.facts.synthetic)
    return Figure(number, anchor, title, source, base, notes, chart, grid, warned)


def make_grid(asked: Asked) -> Grid:
    """Give the table: answers down; for each group the other study's column, this one's, the difference."""
    head = [cell(say_beside(asked.language, "answer"), header=True)]
    for side in asked.sides:
        head.append(cell(asked.head_there(side), header=True, numeric=True))
        if side.compared:
            head.append(cell(asked.head_here(side.compared), header=True, numeric=True))
        if side.compared and asked.held:
            head.append(cell(say_beside(asked.language, "difference"), header=True, numeric=True))
    return Grid((tuple(head),), tuple(tuple(_cells(asked, line)) for line in asked.lines))


def _cells(asked: Asked, line: Line) -> Iterator[TableCell]:
    yield cell(asked.label(line), header=True)
    for side in asked.sides:
        mark = say_beside(asked.language, "summed") if asked.summed(line, side) else ""
        yield cell(asked.theirs(line, side), numeric=True, mark=mark)
        if side.compared:
            yield cell(asked.ours(line, side), numeric=True)
        if side.compared and asked.held:
            yield cell(asked.gap(line, side), numeric=True)


def make_chart(asked: Asked, kind: ChartKind, title: str, *, synthetic: bool) -> Chart:
    """Give the chart of what stands side by side: for each answer a mark of each study and group."""
    lines = tuple(line for line in asked.lines if line.ours and not line.part)
    series = tuple(one for side in asked.sides if side.compared for one in _series(asked, side, lines))
    words = {ChartKind.DOTS: "beside_dots", ChartKind.GROUPED: "beside_two"}
    return Chart(
        kind=kind,
        title=title,
        description=say_beside(asked.language, words[kind]),
        categories=tuple(asked.label(line) for line in lines),
        series=series,
        synthetic=say(asked.language, "synthetic_chart") if synthetic else "",
        language=asked.language,
    )


def _series(asked: Asked, side: Side, lines: tuple[Line, ...]) -> Iterator[Series]:
    """Give the marks of the other study in a group, and those of this one."""
    if side.compared is None:
        return
    yield Series(asked.head_there(side), tuple(_their_bar(asked, side, line) for line in lines))
    yield Series(asked.head_here(side.compared), tuple(_our_bar(asked, side, line) for line in lines))


def _their_bar(asked: Asked, side: Side, line: Line) -> Bar:
    row = side.row(line)
    if row is None or row.printed is None:
        return Bar(None, HIDDEN_SIGN)
    return Bar(float(row.printed) / WHOLE, asked.theirs(line, side))


def _our_bar(asked: Asked, side: Side, line: Line) -> Bar:
    row = side.row(line)
    if row is None or side.compared is None or row.share is None or row.n is None or side.compared.n is None:
        return Bar(None, HIDDEN_SIGN)
    printed = Amount(row.share, row.n, side.compared.n).printed(asked.language)
    return Bar(row.share, printed, side.compared.indicative)
