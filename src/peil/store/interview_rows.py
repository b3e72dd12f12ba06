"""The answers database: interviews, their log, and what is kept of each page now."""

import datetime as dt
import secrets
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from peil.interview.answers import Answers, Value
from peil.store.database import Database, Row
from peil.store.judge import Earlier
from peil.store.kept import Kept
from peil.store.log_entry import IMPORT, OPENING, WITHDRAWN, LogEntry
from peil.store.purpose import Purpose
from peil.store.source import Source
from peil.store.values_json import read_values

KEPT = (
    "SELECT i.id, i.language, i.seed, i.revision, i.opened_on, i.source, i.synthetic, i.version, i.purpose,"
    " i.link, i.device, i.seconds, i.flags, i.quota_full, i.consent, i.changed_on,"
    " a.page, a.changed, a.passed, a.given"
    " FROM interviews i LEFT JOIN answers a ON a.interview = i.id"
)
OF_INTERVIEW = 16
"""How many of these are the interview's own; those of one of its pages follow."""

TOGETHER = 200
"""How many interviews are read with one statement."""

Nonces = dict[tuple[str, str], Earlier]
"""Page and nonce of each submission that an interview has accepted."""


def lock_interviews(database: Database, keys: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Give id and revision by key of the interviews that are there, for this transaction alone to change.

    They are locked in the order of their keys, so that two processes never wait for each other's.
    """
    found: dict[str, tuple[str, int]] = {}
    for some in in_runs(sorted(keys)):
        rows = database.execute(
            "SELECT key_hash, id, revision FROM interviews"  # noqa: S608 - marks alone
            f" WHERE key_hash IN ({marks(some)}) ORDER BY key_hash FOR UPDATE",
            some,
        )
        found.update((key, (interview, revision)) for key, interview, revision in rows)
    return found


def lock_interview(database: Database, key: str) -> str | None:
    """Give the id of the interview with this key, for this transaction alone to change, or None."""
    found = lock_interviews(database, [key]).get(key)
    return found[0] if found else None


def lock_by_id(database: Database, interview: str) -> bool:
    """Lock the interview with this id for this transaction; False when there is none."""
    return bool(database.execute("SELECT id FROM interviews WHERE id = ? FOR UPDATE", (interview,)))


def revisions_of(database: Database, keys: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Give id and revision by key of the interviews that are there."""
    found: dict[str, tuple[str, int]] = {}
    for some in in_runs(sorted(keys)):
        rows = database.execute(
            f"SELECT key_hash, id, revision FROM interviews WHERE key_hash IN ({marks(some)})",  # noqa: S608 - marks
            some,
        )
        found.update((key, (interview, revision)) for key, interview, revision in rows)
    return found


def forget_nonces(database: Database) -> None:
    """Put numbers in the place of nonces, and nothing in that of digests.

    They begin with what nobody can have foreseen: a respondent could have sent a nonce that is a number.
    """
    database.execute(
        "UPDATE submissions SET digest = '', nonce = ? || CAST(entry AS text)"
        " || CASE WHEN nonce LIKE ? THEN ? ELSE '' END WHERE nonce NOT IN (?, ?)",
        (secrets.token_hex(8) + ".", "%" + WITHDRAWN, WITHDRAWN, OPENING, IMPORT),
    )


def delete_interview(database: Database, interview: str) -> None:
    """Delete an interview with its log, answers and places in quotas."""
    database.execute("DELETE FROM submissions WHERE interview = ?", (interview,))
    database.execute("DELETE FROM answers WHERE interview = ?", (interview,))
    database.execute("DELETE FROM quota_places WHERE interview = ?", (interview,))
    database.execute("DELETE FROM interviews WHERE id = ?", (interview,))


def find_kept(database: Database, key: str) -> Kept | None:
    """Give the interview with this key as it is kept, or None."""
    rows = database.execute(KEPT + " WHERE i.key_hash = ? ORDER BY a.revision, a.page", (key,))
    return next(_kept(rows), None)


def find_by_id(database: Database, interview: str) -> Kept | None:
    """Give the interview with this id as it is kept, or None."""
    return next(iter(read_together(database, [interview])), None)


def interview_ids(database: Database) -> list[str]:
    """Give all ids, sorted: in no order of arrival, and the same in every database."""
    return sorted(row[0] for row in database.execute("SELECT id FROM interviews"))


def read_together(database: Database, interviews: Iterable[str]) -> list[Kept]:
    """Give the interviews with these ids that are still there, sorted by id."""
    found: list[Kept] = []
    for some in in_runs(sorted(interviews)):
        rows = database.execute(
            f"{KEPT} WHERE i.id IN ({marks(some)}) ORDER BY i.id, a.revision, a.page", some
        )
        found += _kept(rows)
    return sorted(found, key=lambda kept: kept.id)  # each database has an order of its own for text


def read_nonces(database: Database, interviews: Iterable[str]) -> dict[str, Nonces]:
    """Give what each of the interviews has accepted, by its id."""
    found: dict[str, Nonces] = {}
    for some in in_runs(sorted(interviews)):
        rows = database.execute(
            "SELECT interview, page, nonce, digest, revision FROM submissions"  # noqa: S608 - marks alone
            f" WHERE interview IN ({marks(some)})",
            some,
        )
        for interview, page, nonce, digest, revision in rows:
            found.setdefault(interview, {})[page, nonce] = Earlier(digest, revision)
    return found


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


def in_runs(sought: Sequence[str]) -> Iterator[list[str]]:
    """Give runs for a statement each, filled up with their last one: few lengths make few statements."""
    for start in range(0, len(sought), TOGETHER):
        run = list(sought[start : start + TOGETHER])
        many = min(1 << (len(run) - 1).bit_length(), TOGETHER)
        yield run + run[-1:] * (many - len(run))


def marks(cells: Sequence[str]) -> str:
    """Give a mark for each value of a list in a statement."""
    return ", ".join("?" * len(cells))


def _kept(rows: Sequence[Row]) -> Iterator[Kept]:
    """Give an interview for each run of rows with its id; one without answers has one row."""
    for _, run in groupby(rows, key=lambda row: row[0]):
        mine = list(run)
        values: dict[str, Value] = {}
        passed_pages, changed = set[str](), dict[str, int]()
        for page, changed_at, passed, given in (row[OF_INTERVIEW:] for row in mine if row[OF_INTERVIEW]):
            values.update(read_values(given))
            changed[page] = changed_at
            if passed:
                passed_pages.add(page)
        yield _interview(mine[0], Answers(values, frozenset(passed_pages)), changed)


def _interview(row: Row, answers: Answers, changed: dict[str, int]) -> Kept:
    interview, language, seed, revision, opened_on, source, synthetic, version, purpose = row[:9]
    link, device, seconds, flags, full, consent, changed_on = row[9:OF_INTERVIEW]
    return Kept(
        interview,
        language,
        int(seed),
        revision,
        answers,
        changed,
        opened_on=dt.date.fromisoformat(opened_on),
        source=Source(source),
        synthetic=bool(synthetic),
        version=version,
        purpose=Purpose(purpose),
        link=link,
        device=device,
        seconds=seconds,
        flags=tuple(flags.split()),
        full=full,
        consent=consent,
        changed_on=dt.date.fromisoformat(changed_on),
    )
