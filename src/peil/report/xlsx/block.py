"""One question of the banner as rows of cells, before they are set."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from peil.core.percent import percent_of_share
from peil.disclose.release import ReleasedCell, ReleasedTable, Status
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN
from peil.report.xlsx.banner import Banner
from peil.report.xlsx.words import words_in
from peil.study.codebook import Item
from peil.study.short_title import short_title
from peil.study.verdict.share_table import NET

Value = float | str | None


class Kind(StrEnum):
    """How a row is set."""

    BASE = "base"
    SHARE = "share"
    NET = "net"
    COUNT = "count"
    MEAN = "mean"
    P = "p"
    TEXT = "text"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell: a number, or a sign in place of one; None where there is nothing to show at all."""

    value: Value
    indicative: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: how it is set, its label and a cell a column."""

    kind: Kind
    label: str
    entries: tuple[Entry, ...] = ()


NOTHING = Entry(None)
HIDDEN = Entry(HIDDEN_SIGN)


@dataclass(frozen=True)
class Block:
    """One item in all columns.

    Args:
        item: The item.
        number: What the question is numbered.
        title: What it is called among the rows of its question.
        listed: What it is called among all.
        asked: Its full text.
        rule: Its base in words.
        lines: Its rows.
        test: How groups were tested, in words; empty where they weren't.
        n: The base of the total; None where hidden.
    """

    item: Item
    number: str
    title: str
    listed: str
    asked: str
    rule: str
    lines: tuple[Line, ...]
    test: str
    n: int | None


def make_block(banner: Banner, labels: Labels, item: Item, *, counts: bool) -> Block | None:
    """Give an item's rows, or None where the release doesn't have it.

    Args:
        banner: The columns.
        labels: Names in the workbook's language.
        item: The item.
        counts: Give the count of each answer too.
    """
    tables = banner.tables(item.key)
    total = tables[0]
    if total is None:
        return None
    words = words_in(labels.language)
    tested = next((table.test for table in tables if table is not None and table.test is not None), None)
    told = ""
    if tested is not None:
        told = words["test"].format(
            name=tested.name,
            correction=tested.correction,
            size=tested.size,
            family=words.get(f"family_{tested.family}", tested.family),
            level=tested.level,
        )
    question = labels.study.questionnaire.by_id.get(item.question)
    row = f": {labels.row(item)}" if item.row is not None else ""
    asked = question.wording.plain(labels.language) if question else ""
    return Block(
        item=item,
        number=labels.number(item.question) if question else "",
        title=labels.row(item),
        listed=f"{short_title(labels.study, item.question, labels.language)}{row}"
        if row
        else labels.row(item),
        asked=f"{asked}{row}" if asked else labels.row(item),
        rule=words["base"].format(rule=total.rule),
        lines=tuple(_lines(tables, labels, item, counts=counts)),
        test=told,
        n=total.n,
    )


def _lines(
    tables: tuple[ReleasedTable | None, ...], labels: Labels, item: Item, *, counts: bool
) -> Iterator[Line]:
    words = words_in(labels.language)
    yield Line(Kind.BASE, words["n"], _of_tables(tables, lambda table: table.n))
    yield Line(Kind.BASE, words["weighted"], _of_tables(tables, lambda table: table.weighted))
    if any(table is not None and table.test is not None for table in tables):
        letters = _of_tables(tables, lambda table: table.test.letter if table.test else None, sign=NOTHING)
        yield Line(Kind.TEXT, words["letter"], letters)
    options = tuple(dict.fromkeys(cell.option for table in tables if table for cell in table.cells))
    for option in options:
        name = labels.option(item, option)
        kind = Kind.NET if option.startswith(NET) else Kind.SHARE
        yield Line(kind, name, _of_cells(tables, option, share_of))
        yield from _tested_lines(tables, option, name, labels.language)
    if any(table is not None and table.mean is not None for table in tables):
        yield Line(Kind.MEAN, words["mean"], _of_tables(tables, lambda table: table.mean))
    for option in options:
        if any(cell is not None and cell.mean is not None for cell in _cells(tables, option)):
            label = words["mean_rank"].format(option=labels.option(item, option))
            yield Line(Kind.MEAN, label, _of_cells(tables, option, lambda cell, _: cell.mean))
    if counts and options:
        yield Line(Kind.HEAD, words["counts"])
        for option in options:
            entries = _of_cells(tables, option, lambda cell, _: cell.n)
            yield Line(Kind.COUNT, labels.option(item, option), entries)


def _tested_lines(
    tables: tuple[ReleasedTable | None, ...], option: str, name: str, language: str
) -> Iterator[Line]:
    """Give p of an option, and the letters of the groups that it is higher than, where groups were tested."""
    words, cells = words_in(language), _cells(tables, option)
    if any(cell is not None and cell.p is not None for cell in cells):
        entries = tuple(NOTHING if cell is None or cell.p is None else Entry(cell.p) for cell in cells)
        yield Line(Kind.P, words["p"].format(option=name), entries)
    if any(cell is not None and cell.above for cell in cells):
        letters = tuple(Entry(" ".join(cell.above)) if cell and cell.above else NOTHING for cell in cells)
        yield Line(Kind.TEXT, words["above"].format(option=name), letters)


def share_of(cell: ReleasedCell, table: ReleasedTable) -> Value:
    """Give a share; of an indicative base in whole percents, since finer would be read as known."""
    if cell.share is None or table.status is not Status.INDICATIVE:
        return cell.share
    return float(percent_of_share(cell.share)) / 100


def _cells(tables: tuple[ReleasedTable | None, ...], option: str) -> tuple[ReleasedCell | None, ...]:
    return tuple(None if table is None else table.cell(option) for table in tables)


def _of_tables(
    tables: tuple[ReleasedTable | None, ...],
    read: Callable[[ReleasedTable], Value],
    *,
    sign: Entry = HIDDEN,
) -> tuple[Entry, ...]:
    return tuple(
        NOTHING if table is None else sign if (found := read(table)) is None else _entry(found, table)
        for table in tables
    )


def _of_cells(
    tables: tuple[ReleasedTable | None, ...],
    option: str,
    read: Callable[[ReleasedCell, ReleasedTable], Value],
) -> tuple[Entry, ...]:
    found = []
    for table, cell in zip(tables, _cells(tables, option), strict=True):
        value = None if table is None or cell is None else read(cell, table)
        if table is None:
            found.append(NOTHING)
        else:
            found.append(HIDDEN if value is None else _entry(value, table))
    return tuple(found)


def _entry(value: Value, table: ReleasedTable) -> Entry:
    return Entry(value, table.status is Status.INDICATIVE)
