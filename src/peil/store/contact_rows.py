"""The contacts database: what respondents leave to be reached by, under a key that the answers don't have.

Each detail is a row of its own, sealed where the study has keys to seal to (``sealing.py``).
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from peil.store.database import Database, transaction
from peil.store.detail import Detail
from peil.store.sealing import READABLE, Sealing, read_kept

TOGETHER = 200
"""How many keys are looked up with one statement."""

KEEP = (
    "INSERT INTO details (contact_key, name, kept) VALUES (?, ?, ?)"
    " ON CONFLICT (contact_key, name) DO UPDATE SET kept = excluded.kept"
)
BRING_OVER = (
    "INSERT INTO details (contact_key, name, kept) VALUES (?, ?, ?)"
    " ON CONFLICT (contact_key, name) DO NOTHING"
)


def put_details(database: Database, sealing: Sealing, contact_key: str, details: Mapping[str, str]) -> None:
    """Keep details, in place of earlier ones with the same names; from here on only sealed."""
    database.execute_many(
        KEEP, [(contact_key, name, sealing.keep(text)) for name, text in sorted(details.items())]
    )


def keep_only(database: Database, contact_key: str, names: Collection[str]) -> bool:
    """Delete the details with other names, in a transaction of its own; say whether there were any."""
    rows = database.execute("SELECT name FROM details WHERE contact_key = ?", (contact_key,))
    others = [(contact_key, name) for (name,) in rows if name not in names]
    if not others:
        return False
    with transaction(database):
        database.execute_many("DELETE FROM details WHERE contact_key = ? AND name = ?", others)
    return True


def names_kept(database: Database, contact_keys: Sequence[str]) -> dict[str, set[str]]:
    """Give contact key to the names of the details under it; a key without any is absent."""
    found: dict[str, set[str]] = {}
    for start in range(0, len(contact_keys), TOGETHER):
        some = contact_keys[start : start + TOGETHER]
        marks = ", ".join("?" * len(some))
        rows = database.execute(
            f"SELECT contact_key, name FROM details WHERE contact_key IN ({marks})",  # noqa: S608 - ours
            some,
        )
        for key, name in rows:
            found.setdefault(key, set()).add(name)
    return found


def delete_details(database: Database, contact_key: str) -> None:
    """Delete all of one respondent's details, in a transaction of its own."""
    with transaction(database):
        database.execute("DELETE FROM details WHERE contact_key = ?", (contact_key,))


def delete_all_details(database: Database) -> None:
    """Delete everybody's details, in a transaction of its own."""
    with transaction(database):
        database.execute("TRUNCATE details CASCADE")


def count_people(database: Database) -> int:
    """Count the respondents with contact details."""
    count: int = database.execute("SELECT count(DISTINCT contact_key) FROM details")[0][0]
    return count


def details_of(database: Database, contact_key: str) -> dict[str, Detail]:
    """Give one respondent's details by variable name."""
    rows = database.execute(
        "SELECT name, kept FROM details WHERE contact_key = ? ORDER BY name", (contact_key,)
    )
    return {name: read_kept(kept) for name, kept in rows}


def read_details(database: Database) -> Iterator[dict[str, Detail]]:
    """Give each respondent's details by variable name, in an order that says nothing."""
    people: dict[str, dict[str, Detail]] = {}
    for key, name, kept in database.execute("SELECT contact_key, name, kept FROM details ORDER BY name"):
        people.setdefault(key, {})[name] = read_kept(kept)
    for key in sorted(people):
        yield people[key]


def seal_readable(database: Database, sealing: Sealing) -> bool:
    """Seal what lies there readable: kept before there were keys, or by an earlier program.

    Several programs may do so at once, and respondents send details meanwhile: one that was changed since it
    was read is left as it is.

    Returns:
        Whether anything readable was written over, so that its traces are to be forgotten.
    """
    found = _bring_over(database, sealing)
    return (_seal_rows(database, sealing) or found) if sealing else found


def _bring_over(database: Database, sealing: Sealing) -> bool:
    """Bring details over from the table of an earlier program, which had a row for each page."""
    if not database.execute("SELECT 1 FROM contacts LIMIT 1"):
        return False
    with transaction(database):
        rows = database.execute("SELECT contact_key, page, details FROM contacts FOR UPDATE")
        database.execute_many(
            BRING_OVER,
            [
                (key, name, sealing.keep(text))
                for key, _, details in rows
                for name, text in sorted(json.loads(details).items())
            ],
        )
        database.execute_many(
            "DELETE FROM contacts WHERE contact_key = ? AND page = ?", [(key, page) for key, page, _ in rows]
        )
    return True


def _seal_rows(database: Database, sealing: Sealing) -> bool:
    rows = database.execute(
        "SELECT contact_key, name, kept FROM details WHERE substr(kept, 1, ?) = ?", (len(READABLE), READABLE)
    )
    if not rows:
        return False
    with transaction(database):
        database.execute_many(
            "UPDATE details SET kept = ? WHERE contact_key = ? AND name = ? AND kept = ?",
            [(sealing.keep(read_kept(kept).text), key, name, kept) for key, name, kept in sorted(rows)],
        )
    return True
