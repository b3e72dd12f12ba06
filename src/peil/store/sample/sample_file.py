"""The researcher's list of whom to invite, read from CSV."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.core.span import Span
from peil.store.sample.mail_address import read_address
from peil.store.sample.person import NewPerson
from peil.store.sample.sample_problems import (
    BAD_ADDRESS,
    BAD_HEADING,
    ENCODED_CELL,
    NO_ADDRESSES,
    TWICE,
    UNKNOWN_LANGUAGE,
    UNPRINTABLE,
    UNREADABLE_LIST,
)

ADDRESS = "address"
NAME = "name"
LANGUAGE = "language"
OWN = {
    **dict.fromkeys(("address", "e-mail", "email", "mail", "e-mail address", "email address"), ADDRESS),
    **dict.fromkeys(("adres", "e-mailadres", "emailadres", "mailadres"), ADDRESS),
    **dict.fromkeys(("name", "naam"), NAME),
    **dict.fromkeys(("language", "taal"), LANGUAGE),
}
"""A column's heading, in lower case, to what it holds; any other is a stratum's."""

DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class SampleFile:
    """A list as it was read.

    Args:
        people: Who is in it; nobody to be relied on where something is wrong.
        strata: Headings of the further columns, in the list's order.
        problems: All that is wrong with it.
    """

    people: tuple[NewPerson, ...] = ()
    strata: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Line:
    """A row of the list with its number, counted from 1 as an editor does."""

    number: int
    cells: Sequence[str]


def read_sample(path: Path, languages: Sequence[str]) -> SampleFile:
    """Read a list: CSV with a heading, in UTF-8 with or without BOM, separated by comma, semicolon or tab.

    Args:
        path: The file.
        languages: The study's languages; the first one is that of who has none in the list.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return _unreadable(path, 0, f"{error.strerror or 'It is unreadable'}.", "Name the list's file.")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        hint = "In a spreadsheet choose “CSV UTF-8” when you save it."
        return _unreadable(path, line, "From here on the list isn't UTF-8.", hint)
    try:
        lines = list(_lines(text, _delimiter(text)))
    except csv.Error as error:
        return _unreadable(path, 0, f"The list isn't a table: {error}.", "Save it as CSV again.")
    return _read(str(path), lines, languages)


def _delimiter(text: str) -> str:
    """Give what separates the heading's columns: what it is cut into most by; a comma where nothing is."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=heading.count)


def _lines(text: str, delimiter: str) -> Iterator[_Line]:
    """Give the rows that hold anything; a cell in quotes may go on over several lines of the file."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    for cells in reader:
        tidy = [" ".join(cell.split()) for cell in cells]
        if any(tidy):
            yield _Line(number, tidy)
        number = reader.line_num + 1


def _read(file: str, lines: Sequence[_Line], languages: Sequence[str]) -> SampleFile:
    if len(lines) < 2:
        hint = "Give it a row of headings, such as address,name,language, and a row for each person."
        return SampleFile(problems=(_problem(NO_ADDRESSES, file, 0, "There is nobody in the list.", hint),))
    headings = [OWN.get(cell.lower(), cell) for cell in lines[0].cells]
    wrong = tuple(_wrong_headings(file, lines[0].number, headings))
    if wrong:
        return SampleFile(problems=wrong)
    problems: list[Problem] = []
    people: list[NewPerson] = []
    seen: dict[str, int] = {}
    for line in lines[1:]:
        problems += _wrong_row(file, line, headings, languages)
        person = _person(line, headings, languages)
        if person.address and person.address.lower() in seen:
            message = f"This address stands in line {seen[person.address.lower()]} already."
            problems.append(_problem(TWICE, file, line.number, message, "Leave one of the two out."))
        seen.setdefault(person.address.lower(), line.number)
        people.append(person)
    strata = tuple(name for name in headings if name not in {ADDRESS, NAME, LANGUAGE})
    return SampleFile(tuple(people), strata, tuple(problems))


def _wrong_headings(file: str, number: int, headings: Sequence[str]) -> Iterator[Problem]:
    if ADDRESS not in headings:
        hint = "Call the column with the mail addresses address."
        yield _problem(NO_ADDRESSES, file, number, "No column is called address.", hint)
    for place, name in enumerate(headings, 1):
        if not name:
            yield _problem(BAD_HEADING, file, number, f"Column {place} has no heading.", "Give it one.")
        elif name in headings[: place - 1]:
            message = f'Column {place} is called "{name}", and so is an earlier one.'
            yield _problem(BAD_HEADING, file, number, message, "Give it another name.")


def _wrong_row(
    file: str, line: _Line, headings: Sequence[str], languages: Sequence[str]
) -> Iterator[Problem]:
    """Give what is wrong with one person, whose address is never repeated in a message."""
    if any(line.cells[len(headings) :]):
        message = f"The row has {len(line.cells)} cells, the heading {len(headings)}."
        hint = "Put a cell that holds a separator in quotes."
        yield _problem(UNREADABLE_LIST, file, line.number, message, hint)
    cells = dict(zip(headings, line.cells, strict=False))
    for name, cell in cells.items():
        if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} for sign in cell):
            message = f'The cell under "{name}" holds characters that can\'t be printed.'
            yield _problem(UNPRINTABLE, file, line.number, message, "Type it anew.")
        if "=?" in cell:
            message = f'The cell under "{name}" holds "=?".'
            hint = "Write what it stands for, or leave the two signs out."
            yield _problem(ENCODED_CELL, file, line.number, message, hint)
    address = cells.get(ADDRESS, "")
    if read_address(address) is None:
        message = "This is no mail address." if address else "The address is empty."
        hint = "Write it as name@example.org, or leave this person out."
        yield _problem(BAD_ADDRESS, file, line.number, message, hint)
    if LANGUAGE in headings and cells.get(LANGUAGE, "") not in languages:
        said = f'"{cells[LANGUAGE]}" is none of' if cells.get(LANGUAGE) else "It is empty; there are"
        message = f"The language isn't one of the study's. {said} {', '.join(languages)}."
        yield _problem(UNKNOWN_LANGUAGE, file, line.number, message, f"Write {' or '.join(languages)}.")


def _person(line: _Line, headings: Sequence[str], languages: Sequence[str]) -> NewPerson:
    blank = [""] * len(headings)
    cells = dict(zip(headings, [*line.cells, *blank], strict=False))
    return NewPerson(
        address=read_address(cells[ADDRESS]) or "",
        name=cells.get(NAME, ""),
        language=cells.get(LANGUAGE, languages[0]),
        strata={name: cell for name, cell in cells.items() if name not in {ADDRESS, NAME, LANGUAGE}},
        line=line.number,
    )


def _unreadable(path: Path, line: int, message: str, hint: str) -> SampleFile:
    return SampleFile(problems=(_problem(UNREADABLE_LIST, str(path), line, message, hint),))


def _problem(rule: Rule, file: str, line: int, message: str, hint: str) -> Problem:
    return rule.problem(Span(file, line, 1 if line else 0), message, hint=hint)
