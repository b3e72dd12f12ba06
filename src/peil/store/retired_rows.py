"""The answers database: the log of what was deleted because its time was over, and deleting all answers."""

import datetime as dt

from peil.store.database import Database, transaction
from peil.store.retired import Retired, What

OF_INTERVIEWS = ("released", "quota_places", "submissions", "answers", "interviews", "page_seconds")
"""Tables that hold what respondents gave or did, those first that lean on others."""


def read_retired(database: Database) -> tuple[Retired, ...]:
    """Give the log in order."""
    rows = database.execute("SELECT what, day, deleted, finished FROM retired ORDER BY entry")
    return tuple(
        Retired(What(what), dt.date.fromisoformat(day), deleted, bool(finished))
        for what, day, deleted, finished in rows
    )


def begin_retiring(database: Database, what: What, day: dt.date, count: int) -> None:
    """Note that something is being deleted, before it is: a crash then leaves no deletion unlogged.

    One that was begun and not finished goes on under its own entry.
    """
    with transaction(database, alone=True):
        if database.execute("SELECT 1 FROM retired WHERE what = ? AND finished = ?", (what.value, False)):
            return
        (number,) = database.execute("SELECT coalesce(max(entry), 0) + 1 FROM retired")[0]
        database.execute(
            "INSERT INTO retired (entry, what, day, deleted, finished) VALUES (?, ?, ?, ?, ?)",
            (number, what.value, day.isoformat(), count, False),
        )


def finish_retiring(database: Database, what: What) -> None:
    """Note that it is deleted and its traces are gone."""
    with transaction(database):
        database.execute(
            "UPDATE retired SET finished = ? WHERE what = ? AND finished = ?", (True, what.value, False)
        )


def count_interviews(database: Database) -> int:
    """Count the interviews, for whatever they were."""
    count: int = database.execute("SELECT count(*) FROM interviews")[0][0]
    return count


def delete_all_interviews(database: Database) -> None:
    """Delete every interview with all that hangs on it; versions, phases and logs of deletion stay.

    The tables' files go with their rows, where a table has files: what an older snapshot could still see
    would come along when a table is only cleaned.
    """
    with transaction(database, alone=True):
        for table in OF_INTERVIEWS:
            database.execute(f"TRUNCATE {table} CASCADE")
