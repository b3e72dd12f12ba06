"""The sample database: who is invited, and what was mailed to whom."""

import datetime as dt
import json
import secrets
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from peil.store.database import Cell, Database, Row
from peil.store.sample.mail_state import HANDED_OVER, INVITATION, MailState
from peil.store.sample.person import NewPerson, Person
from peil.store.sample.sample_counts import SampleCounts

TOGETHER = 200
"""How many persons are read with one statement."""

PRIVACY = "privacy"
"""Name of the setting that says in which privacy mode the sample was begun."""

CLOSINGS = "closings"
"""Name of the setting that counts them, so that a mailing notices one that came after it began."""

WITHDRAWN = "erased once invited"
"""Name of the setting that counts them, whoever they were."""

MAILING, STATE, DAY = 14, 15, 16
"""Places of a mail in a row of ``PERSONS``."""

COLUMNS = (
    "p.id, p.address, p.name, p.sealed, p.language, p.strata, p.leave_key, p.sample_key, p.fresh_key,"
    " p.bounced, p.unsubscribed, p.refused, p.started, p.done"
)
PERSONS = (
    f"SELECT {COLUMNS}, o.mailing, o.state, o.day"  # noqa: S608 - our own words
    " FROM persons p LEFT JOIN outbox o ON o.person = p.id"
)
ADD = (
    "INSERT INTO persons (id, address, name, sealed, language, strata, leave_key, sample_key, fresh_key,"
    " bounced, unsubscribed, refused, started, done) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def new_leave_key() -> str:
    """Make what a person leaves the mailing list with: 120 random bits."""
    return secrets.token_urlsafe(15)


def add_persons(database: Database, persons: Sequence[NewPerson], *, sealed: bool) -> None:
    """Add persons, with random ids."""
    nothing_yet = (False, False, False, False, False)
    database.execute_many(
        ADD,
        [
            (
                *(secrets.token_hex(10), one.address, one.name, sealed, one.language),
                *(json.dumps(dict(one.strata), sort_keys=True), new_leave_key(), "", "", *nothing_yet),
            )
            for one in persons
        ],
    )


def person_ids(database: Database) -> list[str]:
    """Give the ids of all persons, sorted."""
    return sorted(row[0] for row in database.execute("SELECT id FROM persons"))


def read_persons(database: Database, ids: Sequence[str]) -> list[Person]:
    """Give persons by their ids, sorted by id; who is gone is absent."""
    marks = ", ".join("?" * len(ids))
    return _persons(
        database.execute(f"{PERSONS} WHERE p.id IN ({marks}) ORDER BY p.id, o.mailing", ids) if ids else []
    )


def find_person(database: Database, column: str, value: str) -> Person | None:
    """Give the person with this ``id`` or ``leave_key``, or None."""
    if not value:
        return None
    found = _persons(database.execute(f"{PERSONS} WHERE p.{column} = ?", (value,)))
    return found[0] if found else None


def find_by_key(database: Database, sample_key: str) -> Person | None:
    """Give the person whose token has this hash, or None."""
    where = "WHERE p.sample_key = ? OR p.fresh_key = ?"
    found = _persons(database.execute(f"{PERSONS} {where} ORDER BY p.id", (sample_key, sample_key)))
    return found[0] if found else None


def find_readable(database: Database, address: str) -> Person | None:
    """Give the person with this address, whatever its case, among those that aren't sealed."""
    where = "WHERE lower(p.address) = ? AND NOT p.sealed"
    found = _persons(database.execute(f"{PERSONS} {where}", (address.lower(),)))
    return found[0] if found else None


def lock_person(database: Database, person: str) -> Person | None:
    """Give a person, for this transaction alone to change, or None."""
    database.execute("SELECT id FROM persons WHERE id = ? FOR UPDATE", (person,))
    return find_person(database, "id", person)


def set_key(database: Database, person: str, sample_key: str) -> None:
    """Give a person the hash of the token that is theirs in all mails."""
    database.execute("UPDATE persons SET sample_key = ? WHERE id = ?", (sample_key, person))


def set_fresh_key(database: Database, person: str, fresh_key: str) -> None:
    """Note the hash of a token that is about to be mailed.

    The one before goes on to be valid until this one has arrived. One that may have arrived when the machine
    stopped counts as mailed.
    """
    database.execute(
        "UPDATE persons SET sample_key = CASE WHEN fresh_key = '' THEN sample_key ELSE fresh_key END,"
        " fresh_key = ? WHERE id = ?",
        (fresh_key, person),
    )


def end_fresh_key(database: Database, person: str, *, arrived: bool) -> None:
    """Put the token that was being mailed in place of the one before, or drop it."""
    taken = "sample_key = fresh_key, " if arrived else ""
    database.execute(
        f"UPDATE persons SET {taken}fresh_key = '' WHERE id = ? AND fresh_key <> ''",  # noqa: S608 - ours
        (person,),
    )


def mark(database: Database, column: str, persons: Sequence[str]) -> None:
    """Set ``bounced``, ``unsubscribed``, ``refused``, ``started`` or ``done`` of persons, in their order."""
    statement = f"UPDATE persons SET {column} = true WHERE id = ?"  # noqa: S608 - ours
    database.execute_many(statement, [(one,) for one in persons])


def clear_marks(database: Database) -> None:
    """Forget who is known to have started or finished."""
    database.execute("UPDATE persons SET started = false, done = false WHERE started OR done")


def clear_small(database: Database, least: int) -> None:
    """Forget the marks of a class of persons that has become smaller than ``least``."""
    for where in ("done", "started AND NOT done"):
        (number,) = database.execute(f"SELECT count(*) FROM persons WHERE {where}")[0]  # noqa: S608 - ours
        if number < least:
            database.execute(f"UPDATE persons SET started = false, done = false WHERE {where}")  # noqa: S608 - ours


def mark_done(database: Database, persons: Sequence[str]) -> None:
    """Note that persons have finished, and so have started: nobody has the one mark without the other."""
    statement = "UPDATE persons SET started = true, done = true WHERE id = ?"
    database.execute_many(statement, [(one,) for one in persons])


def lock_marks(database: Database) -> None:
    """Let nobody else note marks until this transaction ends.

    A setting's row is locked, no person's: a lock leaves a trace on the row, of one person by itself.
    """
    database.execute("SELECT value FROM settings WHERE name = ? FOR UPDATE", (PRIVACY,))


def unmarked(database: Database, column: str, sample_keys: Collection[str]) -> dict[str, str]:
    """Give sample key to person, of those without that mark who aren't done either."""
    found = ((key, find_by_key(database, key)) for key in sample_keys)
    return {key: one.id for key, one in found if one and not one.done and not getattr(one, column)}


def marked(database: Database, column: str) -> frozenset[str]:
    """Give the ids of persons with a mark."""
    return frozenset(row[0] for row in database.execute(f"SELECT id FROM persons WHERE {column}"))  # noqa: S608 - ours


def started_among(database: Database, persons: Collection[str]) -> frozenset[str]:
    """Give those of some persons who are known to have started."""
    statement = "SELECT id FROM persons WHERE id = ? AND started"
    return frozenset(one for one in persons if database.execute(statement, (one,)))


def under_way(database: Database, most: int) -> frozenset[str]:
    """Give the ids of who is known to have started and not to have finished, at most so many."""
    rows = database.execute("SELECT id FROM persons WHERE started AND NOT done LIMIT ?", (most,))
    return frozenset(row[0] for row in rows)


def put_mail(database: Database, person: str, mailing: str, state: MailState, day: dt.date) -> None:
    """Note what becomes of a mail."""
    cells: tuple[Cell, ...] = (person, mailing, state.value, day.isoformat())
    database.execute(
        "INSERT INTO outbox (person, mailing, state, day) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (person, mailing) DO UPDATE SET state = excluded.state, day = excluded.day",
        cells,
    )


def end_mail(database: Database, person: str, mailing: str, state: MailState) -> None:
    """Note what became of a mail that was being sent; of a person who is gone meanwhile nothing is noted."""
    database.execute(
        "UPDATE outbox SET state = ? WHERE person = ? AND mailing = ? AND state = 'sending'",
        (state.value, person, mailing),
    )


def forget_mails(database: Database) -> None:
    """Forget of all mails what says who had started or finished; before the marks are cleared.

    Those people get no reminder, and an invitation that was unknown isn't tried again.
    """
    database.execute("DELETE FROM outbox WHERE mailing <> ?", (INVITATION,))
    database.execute(
        "UPDATE outbox SET state = 'sent' WHERE state IN ('deferred', 'failed')"
        " AND person IN (SELECT id FROM persons WHERE started OR done)"
    )
    database.execute("UPDATE outbox SET day = (SELECT min(day) FROM outbox)")


def in_state(database: Database, mailing: str, state: MailState) -> list[str]:
    """Give the ids of the persons whose mail is in a state, sorted."""
    rows = database.execute(
        "SELECT person FROM outbox WHERE mailing = ? AND state = ? ORDER BY person", (mailing, state.value)
    )
    return [row[0] for row in rows]


def readable_details(database: Database) -> list[Row]:
    """Give id, address and name of everybody who isn't sealed."""
    return database.execute("SELECT id, address, name FROM persons WHERE NOT sealed ORDER BY id")


def put_sealed(database: Database, details: Sequence[tuple[str, str, str]]) -> None:
    """Put sealed addresses and names in place of readable ones; each with the id of whose they are."""
    statement = "UPDATE persons SET address = ?, name = ?, sealed = true WHERE id = ? AND NOT sealed"
    database.execute_many(statement, details)


def delete_person(database: Database, person: str) -> bool:
    """Delete a person; False when there was none."""
    database.execute("DELETE FROM outbox WHERE person = ?", (person,))
    return bool(database.execute("DELETE FROM persons WHERE id = ? RETURNING id", (person,)))


def delete_persons(database: Database) -> int:
    """Delete everybody; gives how many they were."""
    database.execute("DELETE FROM outbox")
    return len(database.execute("DELETE FROM persons RETURNING id"))


def read_setting(database: Database, name: str) -> str:
    """Give what holds for the whole sample, or an empty text."""
    rows = database.execute("SELECT value FROM settings WHERE name = ?", (name,))
    return rows[0][0] if rows else ""


def closings(database: Database) -> int:
    """Give how often the sample was closed."""
    return int(read_setting(database, CLOSINGS) or 0)


def withdrawn(database: Database) -> int:
    """Give how many had been invited when they were erased."""
    return int(read_setting(database, WITHDRAWN) or 0)


def put_setting(database: Database, name: str, value: str) -> None:
    """Keep what holds for the whole sample."""
    database.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def count(database: Database) -> SampleCounts:
    """Count the sample."""
    handed = ", ".join(f"'{state}'" for state in sorted(HANDED_OVER))
    rows = database.execute(
        "SELECT p.bounced, p.unsubscribed, p.refused, o.state, count(*) FROM persons p"  # noqa: S608 - ours
        f" LEFT JOIN outbox o ON o.person = p.id AND o.mailing = ? AND o.state IN ({handed})"
        " GROUP BY 1, 2, 3, 4",
        (INVITATION,),
    )
    return SampleCounts(
        persons=sum(row[4] for row in rows),
        invited=sum(row[4] for row in rows if row[3]),
        unknown=sum(row[4] for row in rows if row[3] == MailState.SENDING),
        bounced=sum(row[4] for row in rows if row[0]),
        unsubscribed=sum(row[4] for row in rows if row[1]),
        refused=sum(row[4] for row in rows if row[2]),
        unreached=sum(row[4] for row in rows if row[3] and not any(row[:3])),
        erased=database.execute("SELECT count(*) FROM erased")[0][0],
        withdrawn=withdrawn(database),
    )


def _persons(rows: Sequence[Row]) -> list[Person]:
    """Put persons together from rows with one mail each, in the order of the rows."""
    return [_person(list(some)) for _, some in groupby(rows, key=lambda row: row[0])]


def _person(rows: Sequence[Row]) -> Person:
    first = rows[0]
    mails = dict(_handed_over(rows))
    return Person(
        id=first[0],
        address=first[1],
        name=first[2],
        sealed=bool(first[3]),
        language=first[4],
        strata=json.loads(first[5]),
        leave_key=first[6],
        sample_key=first[7],
        fresh_key=first[8],
        bounced=bool(first[9]),
        unsubscribed=bool(first[10]),
        refused=bool(first[11]),
        started=bool(first[12]),
        done=bool(first[13]),
        invited_on=mails.get(INVITATION),
        reminded=len(mails.keys() - {INVITATION}),
        mailed_on=max(mails.values(), default=None),
        mails={row[MAILING]: MailState(row[STATE]) for row in rows if row[MAILING] is not None},
    )


def _handed_over(rows: Sequence[Row]) -> Iterator[tuple[str, dt.date]]:
    for row in rows:
        if row[STATE] in HANDED_OVER:
            yield row[MAILING], dt.date.fromisoformat(row[DAY])
