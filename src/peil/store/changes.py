"""What is written into the answers database together: rows gathered first, then one statement a table."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from peil.store.database import Cell, Database
from peil.store.kept import Kept
from peil.store.log_entry import LogEntry
from peil.store.values_json import write_values

ENTRIES = 1000
"""An entry's number is its revision times this, and its place among those with that revision."""

Cells = tuple[Cell, ...]

ADD_INTERVIEW = (
    "INSERT INTO interviews (id, key_hash, language, seed, revision, opened_on, changed_on, source,"
    " synthetic, version, purpose, link, device, seconds, flags, quota_full, consent)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key_hash) DO NOTHING"
)
ADD_ENTRY = (
    "INSERT INTO submissions (interview, entry, page, nonce, revision, digest, given, passed, language)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
KEEP_PAGE = (
    "INSERT INTO answers (interview, page, revision, changed, passed, given) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (interview, page) DO UPDATE SET revision = excluded.revision,"
    " changed = excluded.changed, passed = excluded.passed, given = excluded.given"
)
CHANGE_INTERVIEW = (
    "UPDATE interviews SET revision = ?, language = ?, changed_on = ?, seconds = ?, flags = ?, quota_full = ?"
    " WHERE id = ?"
)


@dataclass(frozen=True)
class Changes:
    """Rows on their way into the database, in order.

    ``interviews`` has what changes in an interview's own row by its id: the latest stands.
    """

    entries: list[Cells] = field(default_factory=list)
    pages: list[Cells] = field(default_factory=list)
    interviews: dict[str, Cells] = field(default_factory=dict)

    def add(self, interview: str, entries: Sequence[LogEntry], changed: Mapping[str, int]) -> None:
        """Add entries of an interview's log, and with them what is kept of their pages.

        Args:
            interview: Its id.
            entries: In order; at most one a page and revision.
            changed: Page id to the revision that last changed what is kept of it.
        """
        revision, place = -1, 0
        for one in entries:
            revision, place = one.revision, place + 1 if one.revision == revision else 1
            given = write_values(one.values)
            number = revision * ENTRIES + place
            self.entries.append(
                (
                    *(interview, number, one.page, one.nonce, revision, one.digest, given, one.passed),
                    one.language,
                )
            )
            self.pages.append((interview, one.page, revision, changed[one.page], one.passed, given))

    def change(self, kept: Kept, day: dt.date) -> None:
        """Have an interview's own row say what is kept now."""
        self.interviews[kept.id] = (
            *(kept.revision, kept.language, day.isoformat(), kept.seconds, " ".join(kept.flags), kept.full),
            kept.id,
        )

    def write(self, database: Database) -> None:
        """Write all of it, in a transaction that has the interviews locked."""
        statements = (
            (ADD_ENTRY, self.entries),
            (KEEP_PAGE, self.pages),
            (CHANGE_INTERVIEW, [*self.interviews.values()]),
        )
        database.execute_all([(statement, rows) for statement, rows in statements if rows])


def add_interviews(database: Database, new: Sequence[tuple[str, Kept]]) -> None:
    """Add interviews' own rows, each with its key; one whose key is there already is left out."""
    database.execute_all([(ADD_INTERVIEW, [_own_row(key, kept) for key, kept in new])])


def _own_row(key: str, kept: Kept) -> Cells:
    opened_on, changed_on = kept.opened_on, kept.changed_on
    if opened_on is None or changed_on is None:
        raise ValueError("an interview is kept with its days")
    return (
        *(kept.id, key, kept.language, str(kept.seed), kept.revision, opened_on.isoformat()),
        *(changed_on.isoformat(), kept.source.value, kept.synthetic, kept.version, kept.purpose.value),
        *(kept.link, kept.device, kept.seconds, " ".join(kept.flags), kept.full, kept.consent),
    )
