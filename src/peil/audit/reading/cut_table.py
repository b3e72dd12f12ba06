"""Cut percentages from a table, each with its row, its column and its base."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peil.audit.reading.caption import caption_name, caption_title
from peil.audit.reading.cutting import Cutting
from peil.audit.reading.find_sightings import find_sightings, number_of
from peil.audit.reading.passage import TextTable
from peil.audit.reading.sighting import Seen, Sighting

IN_PERCENT = re.compile(r"%|\bprocent|\bpercent|\bper cent", re.IGNORECASE)
BASE_ROW = re.compile(r"(?:n|basis|base|aantal|number|respondenten|respondents)(?: \(n\))?\W*", re.IGNORECASE)
BARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)(?:\s?%)?\*?(?:\s[^\d%]+)?")
"""A cell with a percentage, its sign or not, and a mark such as a star or "highest" behind it."""

WHOLE = re.compile(r"n?\s?=?\s?(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """What holds for a whole table.

    Args:
        name: A name that no other table of the text has.
        percent: Its caption or corner says that its numbers are percentages.
        bases: Each column's base, or None.
        caption: The base that the caption prints, or None.
        by_row: Its rows are groups, each with its base.
    """

    name: str
    percent: bool
    bases: tuple[int | None, ...]
    caption: int | None
    by_row: bool


def cut_table(table: TextTable, number: int) -> Iterator[Cutting]:
    """Give the percentages of a table; ``number`` is its place among the text's tables.

    Of rows with the same label only the first can be set beside other cells.
    """
    layout = layout_of(table, number)
    said: set[str] = set()
    for row in table.rows[1:]:
        if not BASE_ROW.fullmatch(row[0]):
            known = table.aligned and row[0] not in said
            said.add(row[0])
            for place in range(1, len(row)):
                yield from cut_cell(table, layout, row, place, layout.name if known else "")


def layout_of(table: TextTable, number: int) -> Layout:
    """Find what holds for a whole table.

    The caption's base is that of a table's only column, where this has a name: unnamed ones are of a chart
    in a PDF, whose groups may have bases of their own.
    """
    head, caption = table.rows[0], table.spot.caption
    base = base_in(caption)
    bases = [column_base(table, place) for place in range(len(head))]
    if len(head) == 2 and head[1]:
        bases[1] = bases[1] or base
    return Layout(
        f"{caption_name(caption) or 'table'} ({number}): {caption_title(caption)}",
        bool(IN_PERCENT.search(f"{caption} {head[0]}")),
        tuple(bases),
        base,
        any(base_in(row[0]) for row in table.rows[1:]),
    )


def cut_cell(
    table: TextTable, layout: Layout, row: tuple[str, ...], place: int, name: str
) -> Iterator[Cutting]:
    """Give a cell's percentage, if it has one."""
    cell, head = row[place].strip(), table.rows[0][place]
    found = BARE.fullmatch(cell)
    if not found or not (layout.percent or IN_PERCENT.search(f"{cell} {head} {row[0]}")):
        return
    value, decimals = number_of(found[1])
    if value > 100:
        return
    base = base_in(row[0]) or layout.bases[place]
    yield Cutting(
        Sighting(Seen.PERCENT, value, decimals, 0, len(cell)),
        table.spot,
        " | ".join(row),
        base,
        tuple(dict.fromkeys(one for one in (base, layout.caption) if one)),
        name,
        row[0],
        head or (f"column {place}" if table.aligned else ""),
        layout.by_row,
    )


def column_base(table: TextTable, place: int) -> int | None:
    """Give the base that a column's header prints (``Werkgevers (n=28)``), or a row of bases."""
    inside = base_in(table.rows[0][place])
    if inside:
        return inside
    for row in table.rows[1:]:
        found = WHOLE.fullmatch(row[place].strip()) if BASE_ROW.fullmatch(row[0]) else None
        if found:
            return int(found[1])
    return None


def base_in(text: str) -> int | None:
    """Give the one base that a text prints as ``n = 28``."""
    found = [int(one.value) for one in find_sightings(text) if one.kind is Seen.BASE and not one.noun]
    return found[0] if len(found) == 1 else None
