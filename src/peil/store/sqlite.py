"""SQLite as the store's database: one file, durable at every commit."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from time import monotonic, sleep

from peil.store.database import Cell, Change, Row
from peil.store.errors import StoreUnavailable

BUSY_SECONDS = 5.0
"""How long a write waits for another process (an import, an erasure) before it is given up."""

AGAIN_SECONDS = 0.01
"""After so long is tried again what SQLite doesn't wait for itself."""

DURABLE = (
    "PRAGMA journal_mode = WAL",  # who reads doesn't stop who writes
    "PRAGMA synchronous = FULL",  # a commit is on disk before it is acknowledged
    "PRAGMA fullfsync = ON",  # on a Mac, only this is
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA temp_store = MEMORY",  # no answer in a temporary file
    # Every 4 MB the log is brought into the file by who commits then: often enough that nobody waits long.
    "PRAGMA wal_autocheckpoint = 1000",
    "PRAGMA cache_size = -65536",  # KiB
)


class Sqlite:
    """A connection to one SQLite file, made when it isn't there, readable by its owner alone."""

    near = True

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        path.touch(mode=0o600)
        try:
            # Threads take turns: the store has a lock around every use.
            self._connection = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        except sqlite3.DatabaseError as error:
            raise _told(error) from error
        try:
            for pragma in (*DURABLE, *(("PRAGMA query_only = ON",) if read_only else ())):
                self._set(pragma)
        except BaseException:
            self.close()
            raise

    def _set(self, pragma: str) -> None:
        """Run a pragma. SQLite waits for nobody when several set a new file's journal mode at once."""
        until = monotonic() + BUSY_SECONDS
        while True:
            try:
                self.execute(pragma)
            except StoreUnavailable as error:
                if not _is_busy(error) or monotonic() >= until:
                    raise
                sleep(AGAIN_SECONDS)
            else:
                return

    def execute(self, statement: str, cells: Sequence[Cell] = ()) -> list[Row]:
        """Run one statement and give its rows."""
        try:
            return self._connection.execute(_in_dialect(statement), cells).fetchall()
        except sqlite3.DatabaseError as error:
            raise _told(error) from error

    def execute_many(self, statement: str, rows: Sequence[Sequence[Cell]]) -> None:
        """Run one statement for each row of values."""
        try:
            self._connection.executemany(_in_dialect(statement), rows)
        except sqlite3.DatabaseError as error:
            raise _told(error) from error

    def execute_all(self, changes: Sequence[Change]) -> None:
        """Run statements in order, each for each of its rows of values."""
        for statement, rows in changes:
            self.execute_many(statement, rows)

    def has_table(self, name: str) -> bool:
        """Say whether there is a table with this name."""
        return bool(self.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)))

    def writes_by_others(self) -> int | None:
        """Give a number that changes when another connection has written."""
        number: int = self.execute("PRAGMA data_version")[0][0]
        return number

    def begin(self, *, alone: bool = False) -> None:
        """Begin a transaction that writes; there is never more than one."""
        self.execute("BEGIN EXCLUSIVE" if alone else "BEGIN IMMEDIATE")

    def commit(self) -> None:
        """End the transaction; on return what it wrote is on disk."""
        self.execute("COMMIT")

    def rollback(self) -> None:
        """End the transaction as if it had never begun; SQLite may have done so itself (a full disk)."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            return

    def forget_traces(self) -> None:
        """Write the file anew: overwriting alone leaves copies where pages were split, and in the WAL."""
        self.execute("VACUUM")
        (blocked, _, _) = self.execute("PRAGMA wal_checkpoint(TRUNCATE)")[0]
        if blocked:
            raise StoreUnavailable("somebody is reading what was erased")

    def forget_order(self) -> None:
        """Write the file anew, its tables in the order of their keys."""
        self.forget_traces()

    def close(self) -> None:
        """Let the connection go."""
        self._connection.close()


def _told(error: sqlite3.DatabaseError) -> Exception:
    """Tell a file that can't be used from a statement that can't be run."""
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        return StoreUnavailable(str(error))
    return error


def _is_busy(error: StoreUnavailable) -> bool:
    cause = error.__cause__
    return isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


@lru_cache(maxsize=256)
def _in_dialect(statement: str) -> str:
    if statement.startswith("TRUNCATE "):
        table = statement.removeprefix("TRUNCATE ").removesuffix(" CASCADE")
        return f"DELETE FROM {table}"  # noqa: S608 - our own table's name
    return statement.removesuffix(" FOR UPDATE").replace("/* without rowid */", "WITHOUT ROWID")
