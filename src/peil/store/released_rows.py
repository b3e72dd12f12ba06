"""The answers database: which interviews of an anonymous study were told while it is in the field."""

from collections.abc import Mapping

from peil.store.database import Database
from peil.store.interview_rows import lock_interviews


def read_released(database: Database) -> dict[str, int]:
    """Give interview id to the revision that was told."""
    return dict(database.execute("SELECT interview, revision FROM released"))


def add_released(database: Database, revisions: Mapping[str, int]) -> None:
    """Note, inside a transaction, that interviews are told, each as it is at a revision."""
    statement = "INSERT INTO released (interview, revision) VALUES (?, ?)"
    database.execute_many(statement, sorted(revisions.items()))


def forget_released(database: Database) -> None:
    """Forget, inside a transaction, which interviews were told."""
    database.execute("DELETE FROM released")


def lock_unchanged(database: Database, revisions: Mapping[str, int]) -> list[str]:
    """Give the ids of those that are still there and still at their revision, for this transaction alone.

    They are locked by their keys, in the order in which who writes answers locks them.
    """
    if not revisions:
        return []
    keys = [key for key, one in database.execute("SELECT key_hash, id FROM interviews") if one in revisions]
    found = lock_interviews(database, keys).values()
    return sorted(one for one, revision in found if revisions[one] == revision)
