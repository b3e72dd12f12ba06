"""The classes of a population: ``[[class]]`` entries, or the rows of a CSV file beside it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_population
from peil.study.reader.decode import decode
from peil.study.reader.read_told import read_told
from peil.study.reader.typed import Table
from peil.study.told import Told

PERCENT, COUNT = "percent", "count"
COLUMNS = ("class", PERCENT, COUNT, "to")
NO_SIZE = "Write percent = 26, or count = 4100; leave both out where the source gives none."


@dataclass(frozen=True)
class RawClass:
    """A class as written, its size with what it is: ``percent``, ``count`` or empty."""

    name: Told
    kind: str
    size: Decimal | None
    to: str
    takes: tuple[str, ...]
    span: Span


def read_entries(whole: Table, languages: tuple[str, ...]) -> Iterator[RawClass]:
    """Read the ``[[class]]`` entries of a population's file."""
    for entry in whole.entries("class"):
        entry.known(("name", PERCENT, COUNT, "to", "takes"))
        name = read_told(entry, "name", languages)
        if not name:
            entry.wrong("A class has the name that the source gives it.", "name", hint='Write name = "…".')
            continue
        kinds = [kind for kind in (PERCENT, COUNT) if kind in entry.values]
        if len(kinds) > 1:
            entry.wrong("The class has both a percentage and a count.", COUNT, hint="Keep one of the two.")
        kind = kinds[0] if kinds else ""
        size = _size(entry.values[kind]) if kind else None
        if kind and size is None:
            entry.wrong(f'"{kind}" is a number from 0.', kind, hint=NO_SIZE)
        yield RawClass(
            name, kind if size is not None else "", size, entry.text("to"), entry.texts("takes"), entry.at
        )


def read_rows(
    path: Path, file: str, languages: tuple[str, ...], problems: list[Problem]
) -> Iterator[RawClass]:
    """Read the rows of a CSV file: a class each, with ``percent`` or ``count`` and ``to``.

    Args:
        path: The file.
        file: Its name in problems.
        languages: The study's languages; names stand in the base language.
        problems: Gathers what is wrong.
    """
    text = decode(path.read_bytes(), file, bad_population.RULE, problems)
    if text is None:
        return
    mark = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.reader(io.StringIO(text), delimiter=mark)
    head = [name.strip() for name in next(rows, [])]
    if not _fits(head, file, problems):
        return
    for row in rows:
        if any(cell.strip() for cell in row):
            span = Span(file, rows.line_num, 1)
            cells = dict(zip(head, (cell.strip() for cell in row), strict=False))
            yield from _row(cells, span, languages, problems)


def _fits(head: list[str], file: str, problems: list[Problem]) -> bool:
    """Say whether a header names what it has to."""
    unknown = [name for name in head if name not in COLUMNS]
    if "class" in head and not unknown and len(head) == len(set(head)):
        return True
    said = f'There is no column "{unknown[0]}".' if unknown else 'There is one column "class".'
    hint = "The first row names class, percent or count, and to."
    problems.append(bad_population.RULE.problem(Span(file, 1, 1), said, hint=hint))
    return False


def _row(
    cells: dict[str, str], span: Span, languages: tuple[str, ...], problems: list[Problem]
) -> Iterator[RawClass]:
    def wrong(message: str, hint: str) -> None:
        problems.append(bad_population.RULE.problem(span, message, hint=hint))

    if not cells.get("class"):
        wrong("The row names no class.", "Write the name that the source gives it, or take the row out.")
        return
    kinds = [kind for kind in (PERCENT, COUNT) if cells.get(kind)]
    if len(kinds) > 1:
        wrong("The class has both a percentage and a count.", "Keep one of the two.")
    kind = kinds[0] if kinds else ""
    size = _size(cells[kind]) if kind else None
    if kind and size is None:
        hint = "Write a number without a thousands mark; leave it empty where the source gives none."
        wrong(f'"{cells[kind]}" is no number from 0.', hint)
    name = {languages[0]: cells["class"]}
    yield RawClass(name, kind if size is not None else "", size, cells.get("to", ""), (), span)


def _size(value: object) -> Decimal | None:
    """Give a number from 0 with the decimals that it is written with; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        size = Decimal(value.replace(",", ".") if isinstance(value, str) else repr(value))
    except InvalidOperation:
        return None
    return size if size.is_finite() and size >= 0 else None
