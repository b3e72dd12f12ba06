"""Compose a table: a composition, rows by options, or groups in columns."""

from peil.report.compose.amount import Amount
from peil.report.compose.figure import cell
from peil.report.compose.phrases import HIDDEN_SIGN, say, spell_count
from peil.report.compose.slices import Shown, Slice
from peil.report.document import Grid, TableCell
from peil.report.template.template import Show
from peil.study.codebook import Item

Row = tuple[TableCell, ...]


def make_grid(shown: Shown) -> Grid:
    """Give the grid of what is shown."""
    return matrix(shown) if is_matrix(shown) else blocks(shown)


def is_matrix(shown: Shown) -> bool:
    """Say whether rows share their options and aren't split, so that options can head the columns."""
    alike = len({item.option_ids for item in shown.items}) == 1
    return shown.exhibit.by is None and len(shown.items) > 1 and alike


def matrix(shown: Shown) -> Grid:
    """Rows by options, with each row's n where they differ."""
    first = shown.items[0]
    options = shown.options(first)
    sizes = {part.n for part in shown.slices} if len(shown.slices) > 1 else set()
    names = [shown.labels.option(first, option) for option in options]
    head = [cell("", header=True)]
    if len(sizes) > 1:
        head.append(cell("n", header=True, numeric=True))
    head += heads(shown, names)
    body = []
    for part in shown.slices:
        row = [cell(shown.labels.row(part.item), header=True)]
        if len(sizes) > 1:
            size = spell_count(part.n, shown.language) if part.n else HIDDEN_SIGN
            row.append(cell(size, numeric=True))
        amounts = [part.amount(option) for option in options]
        compared = [not shown.muted(first, option) for option in options]
        row += values(shown, amounts, extremes(shown, amounts, compared))
        body.append(tuple(row))
    return Grid((tuple(head),), tuple(body))


def blocks(shown: Shown) -> Grid:
    """A block of rows for each item; groups, if any, in columns."""
    names = [group_name(shown, group) for group in shown.groups]
    if shown.exhibit.by is None:
        names = [""]
    head = (cell("", header=True), *heads(shown, names))
    body: list[Row] = []
    for item in shown.items:
        if len(shown.items) > 1:
            body.append((cell(block_name(shown, item), header=True, columns=len(head)),))
        body += item_rows(shown, item)
    return Grid((head,), tuple(body))


def block_name(shown: Shown, item: Item) -> str:
    """Head an item's block: its words, and its n where they differ."""
    size = shown.at(item, None).n
    name = shown.labels.row(item)
    alike = len({shown.at(other, None).n for other in shown.items}) == 1
    return name if size is None or alike else f"{name} ({say(shown.language, 'n', n=size)})"


def group_name(shown: Shown, group: str | None) -> str:
    """Head a group's column, with its n where there is one item."""
    if shown.exhibit.by is None:
        return ""
    if len(shown.items) == 1:
        return shown.label(shown.at(shown.items[0], group))
    return shown.labels.group(shown.exhibit.by, group)


def item_rows(shown: Shown, item: Item) -> list[Row]:
    """Give a row for each option of an item."""
    parts: list[Slice] = [shown.at(item, group) for group in shown.groups]
    rows = []
    for option in shown.options(item):
        amounts = [part.amount(option) for part in parts]
        compared = [part.group is not None for part in parts]
        label = cell(shown.labels.option(item, option), header=True)
        rows.append((label, *values(shown, amounts, extremes(shown, amounts, compared))))
    return rows


def columns_of(shown: Shown) -> Show:
    """Say what the columns hold: a composition has counts and shares unless it says otherwise."""
    composition = shown.exhibit.by is None and not is_matrix(shown)
    return shown.exhibit.columns or (Show.BOTH if composition else Show.SHARES)


def heads(shown: Shown, names: list[str]) -> list[TableCell]:
    """Give the heads of value columns."""
    found = []
    both = columns_of(shown) is Show.BOTH
    for name in names:
        if columns_of(shown) is not Show.SHARES:
            found.append(head(f"{name}, n" if name else "n"))
        if columns_of(shown) is not Show.COUNTS:
            found.append(head((f"{name}, %" if both else name) if name else "%"))
    return found


def head(name: str) -> TableCell:
    """Give a head over numbers."""
    return cell(name, header=True, numeric=True)


def values(shown: Shown, amounts: list[Amount | None], marks: list[str]) -> list[TableCell]:
    """Give the cells of a row."""
    found = []
    for amount, mark in zip(amounts, marks, strict=True):
        if columns_of(shown) is not Show.SHARES:
            count = spell_count(amount.count, shown.language) if amount else HIDDEN_SIGN
            found.append(cell(count, numeric=True))
        if columns_of(shown) is not Show.COUNTS:
            text = amount.printed(shown.language) if amount else HIDDEN_SIGN
            found.append(cell(text, numeric=True, mark=mark))
    return found


def extremes(shown: Shown, amounts: list[Amount | None], compared: list[bool]) -> list[str]:
    """Mark the highest and lowest printed shares of a row in words, ties all.

    Nothing is marked where all are alike, or where a hidden one might be the highest or lowest.
    """
    blank = [""] * len(amounts)
    printed = [amount.percent() if amount else None for amount in amounts]
    known = [value for value, counts in zip(printed, compared, strict=True) if counts and value is not None]
    if not shown.exhibit.extremes or len(known) < sum(compared) or len(set(known)) < 2:
        return blank
    words = {max(known): say(shown.language, "highest"), min(known): say(shown.language, "lowest")}
    return [
        words.get(value, "") if counts and value is not None else ""
        for value, counts in zip(printed, compared, strict=True)
    ]
