"""The answers database: interviews, their log, and what is kept of each page now."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from peil.interview.answers import Answers, Value
from peil.store.database import Cell, Database, Row
from peil.store.judge import Earlier
from peil.store.kept import Kept
from peil.store.log_entry import LogEntry
from peil.store.source import Source
from peil.store.values_json import read_values, write_values

KEPT = (
    "SELECT i.id, i.language, i.seed, i.revision, i.opened_on, i.source, i.synthetic,"
    " a.page, a.changed, a.passed, a.given"
    " FROM interviews i LEFT JOIN answers a ON a.interview = i.id"
)
BY_KEY = KEPT + " WHERE i.key_hash = ? ORDER BY a.revision, a.page"
BY_ID = KEPT + " WHERE i.id = ? ORDER BY a.revision, a.page"
TOGETHER = 200
"""How many interviews are read with one statement."""


@dataclass(frozen=True)
class NewInterview:
    """An interview's own row, before any page of it."""

    id: str
    key: str
    language: str
    seed: int
    day: dt.date
    source: Source
    synthetic: bool
    version: str


def lock_interview(database: Database, key: str) -> str | None:
    """Give the id of the interview with this key, for this transaction alone to change, or None."""
    rows = database.execute("SELECT id FROM interviews WHERE key_hash = ? FOR UPDATE", (key,))
    return rows[0][0] if rows else None


def lock_by_id(database: Database, interview: str) -> bool:
    """Lock the interview with this id for this transaction; False when there is none."""
    return bool(database.execute("SELECT id FROM interviews WHERE id = ? FOR UPDATE", (interview,)))


def add_interview(database: Database, new: NewInterview) -> bool:
    """Add an interview; False when its key is there already."""
    cells: tuple[Cell, ...] = (
        *(new.id, new.key, new.language, str(new.seed), 0, new.day.isoformat(), new.day.isoformat()),
        *(new.source.value, new.synthetic, new.version),
    )
    return bool(
        database.execute(
            "INSERT INTO interviews (id, key_hash, language, seed, revision, opened_on, changed_on,"
            " source, synthetic, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (key_hash) DO NOTHING RETURNING id",
            cells,
        )
    )


def add_entries(
    database: Database,
    interview: str,
    entries: Sequence[LogEntry],
    changed: Mapping[str, int],
    day: dt.date,
) -> None:
    """Write entries to the log and to the answers, and the interview's revision with them.

    Args:
        database: In a transaction that has the interview locked.
        interview: Its id.
        entries: In order; at most one a page, and at least one.
        changed: Page id to the revision that last changed what is kept of it, for the pages of the entries.
        day: Today.
    """
    last = database.execute(
        "SELECT coalesce(max(entry), 0) FROM submissions WHERE interview = ?", (interview,)
    )
    written = [write_values(entry.values) for entry in entries]
    database.execute_many(
        "INSERT INTO submissions (interview, entry, page, nonce, revision, digest, given, passed, language)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                interview,
                number,
                one.page,
                one.nonce,
                one.revision,
                one.digest,
                given,
                one.passed,
                one.language,
            )
            for number, (one, given) in enumerate(zip(entries, written, strict=True), last[0][0] + 1)
        ],
    )
    database.execute_many(
        "INSERT INTO answers (interview, page, revision, changed, passed, given) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (interview, page) DO UPDATE SET revision = excluded.revision,"
        " changed = excluded.changed, passed = excluded.passed, given = excluded.given",
        [
            (interview, one.page, one.revision, changed[one.page], one.passed, given)
            for one, given in zip(entries, written, strict=True)
        ],
    )
    database.execute(
        "UPDATE interviews SET revision = ?, language = ?, changed_on = ? WHERE id = ?",
        (entries[-1].revision, entries[-1].language, day.isoformat(), interview),
    )


def delete_interview(database: Database, interview: str) -> None:
    """Delete an interview with its log and answers."""
    database.execute("DELETE FROM submissions WHERE interview = ?", (interview,))
    database.execute("DELETE FROM answers WHERE interview = ?", (interview,))
    database.execute("DELETE FROM interviews WHERE id = ?", (interview,))


def find_kept(database: Database, key: str) -> Kept | None:
    """Give the interview with this key as it is kept, or None."""
    return next(_kept(database.execute(BY_KEY, (key,))), None)


def find_by_id(database: Database, interview: str) -> Kept | None:
    """Give the interview with this id as it is kept, or None."""
    return next(_kept(database.execute(BY_ID, (interview,))), None)


def interview_ids(database: Database) -> list[str]:
    """Give all ids, sorted: in no order of arrival, and the same in every database."""
    return sorted(row[0] for row in database.execute("SELECT id FROM interviews"))


def read_together(database: Database, interviews: Sequence[str]) -> list[Kept]:
    """Give the interviews with these ids that are still there, in the order of the ids."""
    marks = ", ".join("?" * len(interviews))
    found = _kept(
        database.execute(KEPT + f" WHERE i.id IN ({marks}) ORDER BY i.id, a.revision, a.page", interviews)
    )
    by_id = {kept.id: kept for kept in found}
    return [by_id[interview] for interview in interviews if interview in by_id]


def find_accepted(database: Database, interview: str, page: str, nonce: str) -> Earlier | None:
    """Give what is known of the submission that was accepted with this nonce, or None."""
    rows = database.execute(
        "SELECT digest, revision FROM submissions WHERE interview = ? AND page = ? AND nonce = ?",
        (interview, page, nonce),
    )
    return Earlier(*rows[0]) if rows else None


def read_log(database: Database, interview: str) -> tuple[LogEntry, ...]:
    """Give an interview's log in order; empty when there is no such interview."""
    rows = database.execute(
        "SELECT page, nonce, revision, digest, given, passed, language FROM submissions"
        " WHERE interview = ? ORDER BY entry",
        (interview,),
    )
    return tuple(
        LogEntry(page, nonce, revision, digest, read_values(given), bool(passed), language)
        for page, nonce, revision, digest, given, passed, language in rows
    )


def _kept(rows: Sequence[Row]) -> Iterator[Kept]:
    """Give an interview for each run of rows with its id; one without answers has one row."""
    for _, run in groupby(rows, key=lambda row: row[0]):
        mine = list(run)
        interview, language, seed, revision, opened_on, source, synthetic = mine[0][:7]
        values: dict[str, Value] = {}
        passed_pages, changed = set[str](), dict[str, int]()
        for page, changed_at, passed, given in (row[7:] for row in mine if row[7] is not None):
            values.update(read_values(given))
            changed[page] = changed_at
            if passed:
                passed_pages.add(page)
        yield Kept(
            interview,
            language,
            int(seed),
            revision,
            Answers(values, frozenset(passed_pages)),
            changed,
            dt.date.fromisoformat(opened_on),
            Source(source),
            bool(synthetic),
        )
