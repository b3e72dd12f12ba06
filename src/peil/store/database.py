"""A database as the store uses it: statements, transactions, savepoints.

Statements are written once, in SQL that SQLite and PostgreSQL share, with ``?`` for each value. A ``SELECT``
that ends in ``FOR UPDATE`` locks its rows where several processes write.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from peil.store.errors import StoreUnavailable

Cell = str | int | bool
Row = tuple[Any, ...]
Change = tuple[str, Sequence[Sequence[Cell]]]
"""A statement, and the rows of values to run it with."""


class Database(Protocol):
    """One connection to one database, used by one thread at a time.

    Every method raises StoreUnavailable when the database can't be used now. After that a transaction that
    was begun is lost; a new one can be tried.
    """

    near: bool
    """Reading takes microseconds: a file of this machine, not a server."""

    def execute(self, statement: str, cells: Sequence[Cell] = ()) -> list[Row]:
        """Run one statement and give its rows."""
        ...

    def execute_many(self, statement: str, rows: Sequence[Sequence[Cell]]) -> None:
        """Run one statement for each row of values."""
        ...

    def execute_all(self, changes: Sequence[Change]) -> None:
        """Run statements in order, each for each of its rows; sent together where that is faster."""
        ...

    def has_table(self, name: str) -> bool:
        """Say whether there is a table with this name."""
        ...

    def writes_by_others(self) -> int | None:
        """Give a number that changes when another connection has written; None where that can't be told.

        Inside a transaction.
        """
        ...

    def begin(self, *, alone: bool = False) -> None:
        """Begin a transaction that writes; ``alone`` keeps every other such one of the program out."""
        ...

    def commit(self) -> None:
        """End the transaction; on return what it wrote is on disk."""
        ...

    def rollback(self) -> None:
        """End the transaction as if it had never begun. Never raises."""
        ...

    def forget_traces(self) -> None:
        """Make what was deleted unreadable in the database's files too."""
        ...

    def forget_order(self) -> None:
        """Write all tables anew in the order of their keys, so that none can be told to have come first."""
        ...

    def close(self) -> None:
        """Let the connection go."""
        ...


@contextmanager
def transaction(database: Database, *, alone: bool = False) -> Iterator[None]:
    """Commit what is done inside, or roll all of it back when anything is raised, the commit included."""
    database.begin(alone=alone)
    try:
        yield
        database.commit()
    except BaseException:
        database.rollback()
        raise


@contextmanager
def savepoint(database: Database) -> Iterator[None]:
    """Undo what is done inside when anything is raised, and leave the transaction around it usable."""
    database.execute("SAVEPOINT job")
    try:
        yield
    except StoreUnavailable:
        raise  # the transaction itself is lost
    except BaseException:
        database.execute("ROLLBACK TO SAVEPOINT job")
        database.execute("RELEASE SAVEPOINT job")
        raise
    database.execute("RELEASE SAVEPOINT job")
