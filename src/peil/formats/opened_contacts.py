"""Contact details opened with a private key, and written as a table."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyrage import x25519

from peil.formats.sealed_file import Person
from peil.store.identity import write_new
from peil.store.sealing import NotForThisKey, unseal
from peil.study.study import Study

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell can begin with that a spreadsheet takes for a formula."""

UNOPENED = ""


@dataclass(frozen=True)
class OpenedContacts:
    """People's contact details, readable.

    Args:
        people: For each person variable name to text; what can't be opened is absent.
        unopened: How many details none of the keys opened.
    """

    people: tuple[Mapping[str, str], ...]
    unopened: int = 0


def open_contacts(people: Iterable[Person], identities: Sequence[x25519.Identity]) -> OpenedContacts:
    """Open contact details with private keys."""
    unopened, opened = 0, list[dict[str, str]]()
    for person in people:
        found: dict[str, str] = {}
        for name, detail in person.items():
            try:
                found[name] = unseal(detail.text, identities) if detail.sealed else detail.text
            except NotForThisKey:
                unopened += 1
        if found:
            opened.append(found)
    return OpenedContacts(tuple(opened), unopened)


def write_contacts_csv(path: Path, study: Study, opened: OpenedContacts) -> None:
    """Write a new file that only its owner can read: a row for each person, a column for each detail.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it, a phone number that
    begins with + among them.

    Raises:
        Unusable: Something stands in its place.
        OSError: It can't be written.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    names = column_names(study, opened)
    writer.writerow(names)
    writer.writerows([[safe_cell(person.get(name, UNOPENED)) for name in names] for person in opened.people])
    write_new(path, "\ufeff" + file.getvalue())  # the mark has spreadsheets read accents as they are


def column_names(study: Study, opened: OpenedContacts) -> list[str]:
    """Give the study's contact details in its order; those that it doesn't know any more come last."""
    known = [name for name, variable in study.codebook.variables.items() if variable.private]
    return [*known, *sorted({name for person in opened.people for name in person} - {*known})]


def safe_cell(text: str) -> str:
    """Give a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(RISKY) else text
