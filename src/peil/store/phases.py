"""The log of phases in the answers database."""

import datetime as dt

from peil.store.database import Database, Row, transaction
from peil.store.phase import Phase, PhaseEntry

ENTRIES = "SELECT phase, version, day, reason FROM phases ORDER BY entry"


def read_phases(database: Database) -> tuple[PhaseEntry, ...]:
    """Give the log in order."""
    return tuple(_entry(row) for row in database.execute(ENTRIES))


def read_latest(database: Database) -> PhaseEntry | None:
    """Give the latest entry, or None."""
    rows = database.execute(ENTRIES + " DESC LIMIT 1")
    return _entry(rows[0]) if rows else None


def add_phase(database: Database, entry: PhaseEntry) -> None:
    """Add an entry after all others, in a transaction of its own."""
    with transaction(database, alone=True):
        (number,) = database.execute("SELECT coalesce(max(entry), 0) + 1 FROM phases")[0]
        database.execute(
            "INSERT INTO phases (entry, phase, version, day, reason) VALUES (?, ?, ?, ?, ?)",
            (number, entry.phase.value, entry.version, entry.day.isoformat(), entry.reason),
        )


def _entry(row: Row) -> PhaseEntry:
    phase, version, day, reason = row
    return PhaseEntry(Phase(phase), version, dt.date.fromisoformat(day), reason)
