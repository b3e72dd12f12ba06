"""Marks of an anonymous study are noted for many at once, so that nobody stands apart by one."""

import secrets
from collections.abc import Collection, Iterator

from peil.store.database import Database
from peil.store.mark import LEAST_TOGETHER, Mark
from peil.store.sample import sample_rows as rows
from peil.store.sample.mark_rows import marks_ended


def note_together(database: Database, mark: Mark, sample_keys: Collection[str]) -> frozenset[str]:
    """Note a mark for ten or more in random order, or for nobody; within a transaction.

    Whoever is known to have finished is known to have started, also where that waited in the memory of a
    server that was stopped. Who gets both marks at once are ten or more by themselves, and so are the others:
    between two looks at the sample nobody moves with fewer.

    Returns:
        The keys that still have to be noted, another time; those of nobody are left out.
    """
    rows.lock_marks(database)
    if marks_ended(database):
        return frozenset()
    new = rows.unmarked(database, mark, sample_keys)
    persons = sorted(_enough(database, mark, frozenset(new.values())))
    secrets.SystemRandom().shuffle(persons)
    if persons and mark is Mark.DONE:
        rows.mark_done(database, persons)
    elif persons:
        rows.mark(database, mark, persons)
    noted = frozenset(persons)
    return frozenset(key for key, person in new.items() if person not in noted)


def _enough(database: Database, mark: Mark, persons: frozenset[str]) -> frozenset[str]:
    """Give those who are many enough to be noted now."""
    if mark is not Mark.DONE:
        return persons if len(persons) >= LEAST_TOGETHER else frozenset()
    return frozenset().union(*_finishing(database, persons))


def _finishing(database: Database, persons: frozenset[str]) -> Iterator[frozenset[str]]:
    """Give who can be noted to have finished: of those known to have started, and of those who weren't."""
    known = rows.started_among(database, persons)
    if len(persons - known) >= LEAST_TOGETHER:
        yield persons - known
    left = len(rows.under_way(database, len(known) + LEAST_TOGETHER) - known)
    if len(known) >= LEAST_TOGETHER and (not left or left >= LEAST_TOGETHER):
        yield known
