"""A store brought to the form that this program reads and writes."""

from collections.abc import Sequence

from peil.store.database import Database, transaction
from peil.store.migration import Migration


class NewerStoreError(Exception):
    """The store was written by a later version of the program."""


def lacks_migrations(database: Database, migrations: Sequence[Migration]) -> bool:
    """Say whether there is a migration that the store hasn't had; a store without tables lacks them all.

    Raises:
        NewerStoreError: It has had one that the program doesn't know.
    """
    had = _numbers(database)
    known = {migration.number for migration in migrations}
    if not had <= known:
        raise NewerStoreError
    return had != known


def migrate(database: Database, migrations: Sequence[Migration]) -> None:
    """Apply the migrations that the store hasn't had, in order and all or none."""
    with transaction(database, alone=True):
        database.execute(
            "CREATE TABLE IF NOT EXISTS migrations (number integer PRIMARY KEY, name text NOT NULL)"
        )
        if lacks_migrations(database, migrations):
            had = _numbers(database)
            for migration in migrations:
                if migration.number not in had:
                    _apply(database, migration)


def _apply(database: Database, migration: Migration) -> None:
    for statement in migration.statements:
        database.execute(statement)
    database.execute(
        "INSERT INTO migrations (number, name) VALUES (?, ?)", (migration.number, migration.name)
    )


def _numbers(database: Database) -> set[int]:
    if not database.has_table("migrations"):
        return set()
    return {row[0] for row in database.execute("SELECT number FROM migrations")}
