"""The contacts database: what respondents leave to be reached by, under a key that the answers don't have."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from peil.store.database import Database, transaction

TOGETHER = 200
"""How many keys are looked up with one statement."""


def put_details(database: Database, contact_key: str, page: str, details: Mapping[str, str]) -> None:
    """Keep details of one page, in place of earlier ones with the same names."""
    rows = database.execute(
        "SELECT details FROM contacts WHERE contact_key = ? AND page = ? FOR UPDATE", (contact_key, page)
    )
    earlier = json.loads(rows[0][0]) if rows else {}
    _write(database, contact_key, page, {**earlier, **details})


def keep_only(database: Database, contact_key: str, names: Collection[str]) -> bool:
    """Delete the details with other names, in a transaction of its own; say whether there were any."""
    rows = database.execute("SELECT page, details FROM contacts WHERE contact_key = ?", (contact_key,))
    pages = {page: json.loads(text) for page, text in rows}
    if all(name in names for details in pages.values() for name in details):
        return False
    with transaction(database):
        for page, details in pages.items():
            left = {name: text for name, text in details.items() if name in names}
            if left:
                _write(database, contact_key, page, left)
            else:
                database.execute(
                    "DELETE FROM contacts WHERE contact_key = ? AND page = ?", (contact_key, page)
                )
    return True


def names_kept(database: Database, contact_keys: Sequence[str]) -> dict[str, set[str]]:
    """Give contact key to the names of the details under it; a key without any is absent."""
    found: dict[str, set[str]] = {}
    for start in range(0, len(contact_keys), TOGETHER):
        some = contact_keys[start : start + TOGETHER]
        marks = ", ".join("?" * len(some))
        rows = database.execute(
            f"SELECT contact_key, details FROM contacts WHERE contact_key IN ({marks})",  # noqa: S608 - ours
            some,
        )
        for key, text in rows:
            found.setdefault(key, set()).update(json.loads(text))
    return found


def delete_details(database: Database, contact_key: str) -> None:
    """Delete all of one respondent's details, in a transaction of its own."""
    with transaction(database):
        database.execute("DELETE FROM contacts WHERE contact_key = ?", (contact_key,))


def read_details(database: Database) -> Iterator[dict[str, str]]:
    """Give each respondent's details by variable name, in an order that says nothing."""
    people: dict[str, dict[str, str]] = {}
    for key, text in database.execute("SELECT contact_key, details FROM contacts"):
        people.setdefault(key, {}).update(json.loads(text))
    for key in sorted(people):
        yield people[key]


def _write(database: Database, contact_key: str, page: str, details: Mapping[str, str]) -> None:
    database.execute(
        "INSERT INTO contacts (contact_key, page, details) VALUES (?, ?, ?)"
        " ON CONFLICT (contact_key, page) DO UPDATE SET details = excluded.details",
        (contact_key, page, json.dumps(details, sort_keys=True)),
    )
