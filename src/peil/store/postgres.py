"""PostgreSQL as the store's database: one schema through one connection, durable at every commit."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import psycopg

from peil.store.database import Cell, Change, Row, transaction
from peil.store.errors import StoreUnavailable

Done = TypeVar("Done")

SETTINGS = (
    "SET synchronous_commit = on",  # a commit is on disk before it is acknowledged, whatever the server's own
    "SET lock_timeout = '10s'",  # another process that hangs makes this one fail, not hang
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET client_min_messages = warning",
)
CONNECTING: Mapping[str, Any] = {
    "application_name": "peil",
    "client_encoding": "utf8",
    "connect_timeout": 10,  # seconds
    "tcp_user_timeout": 30_000,  # milliseconds: a network that went away is noticed before the queue is full
}
ALONE = 0x5045494C
"""Number of the advisory lock under which tables are made and changed: PEIL in ASCII."""

LEANED_ON = frozenset({"interviews", "persons"})
"""Other tables' rows name rows of these, and of no others."""

LOST = (psycopg.OperationalError, psycopg.InterfaceError)


class Postgres:
    """A connection to one schema; made again when it was lost.

    Outside a transaction a statement on a connection that turns out to be lost is run once more on a new
    one: only reading is done there. Inside, what the transaction wrote is lost with it.
    """

    near = False

    def __init__(self, url: str, schema: str) -> None:
        self._url = url
        self._schema = schema
        self._connection: psycopg.Connection[Row] | None = None
        self._within = False

    def execute(self, statement: str, cells: Sequence[Cell] = ()) -> list[Row]:
        """Run one statement and give its rows."""
        query = _in_dialect(statement)

        def run(connection: psycopg.Connection[Row]) -> list[Row]:
            cursor = connection.execute(query, cells or None)
            return cursor.fetchall() if cursor.description else []

        return self._run(run)

    def execute_many(self, statement: str, rows: Sequence[Sequence[Cell]]) -> None:
        """Run one statement for each row of values."""
        query = _in_dialect(statement)

        def run(connection: psycopg.Connection[Row]) -> None:
            with connection.cursor() as cursor:
                cursor.executemany(query, rows)

        self._run(run)

    def execute_all(self, changes: Sequence[Change]) -> None:
        """Run statements in order, each for each of its rows of values, without waiting in between."""
        queries = [(_in_dialect(statement), rows) for statement, rows in changes]

        def run(connection: psycopg.Connection[Row]) -> None:
            with connection.pipeline(), connection.cursor() as cursor:
                for query, rows in queries:
                    cursor.executemany(query, rows)

        self._run(run)

    def has_table(self, name: str) -> bool:
        """Say whether there is a table with this name."""
        return bool(
            self.execute(
                "SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = ?", (self._schema, name)
            )
        )

    def writes_by_others(self) -> int | None:
        """Give None: others write all the time."""
        return None

    def begin(self, *, alone: bool = False) -> None:
        """Begin a transaction that writes; ``alone`` makes the schema too, when it isn't there."""
        self.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
        self._within = True
        if alone:
            try:
                self.execute("SELECT pg_advisory_xact_lock(?)", (ALONE,))
                if not self.execute("SELECT 1 FROM pg_namespace WHERE nspname = ?", (self._schema,)):
                    self.execute(f"CREATE SCHEMA {self._schema}")
            except BaseException:
                self.rollback()
                raise

    def commit(self) -> None:
        """End the transaction; on return what it wrote is on disk."""
        self.execute("COMMIT")
        self._within = False

    def rollback(self) -> None:
        """End the transaction as if it had never begun."""
        self._within = False
        try:
            if self._connection is not None:
                self._connection.execute("ROLLBACK")
        except psycopg.Error:
            self._drop()

    def forget_traces(self) -> None:
        """Write the tables anew; the server's own log keeps what it had until it is recycled."""
        tables = self.execute("SELECT tablename FROM pg_tables WHERE schemaname = ?", (self._schema,))
        for (table,) in tables:
            self.execute(f"VACUUM (FULL) {self._schema}.{table}")

    def forget_order(self) -> None:
        """Write all tables anew in the order of their keys, all rows in one transaction.

        What a row is kept behind (``ctid``) and which transaction wrote it (``xmin``) then say nothing.
        """
        found = self.execute("SELECT tablename FROM pg_tables WHERE schemaname = ?", (self._schema,))
        tables = sorted((name for (name,) in found), key=lambda name: (name not in LEANED_ON, name))
        listed = ", ".join(f"{self._schema}.{table}" for table in tables)
        with transaction(self):
            self.execute(f"LOCK TABLE {listed} IN ACCESS EXCLUSIVE MODE")
            for table in tables:
                own = f"{self._schema}.{table}"
                copied = f"CREATE TEMPORARY TABLE copy_of_{table} ON COMMIT DROP AS SELECT * FROM {own}"  # noqa: S608 - our own table's name
                self.execute(copied)
            self.execute(f"TRUNCATE {listed}")
            for table in tables:
                self.execute(
                    f"INSERT INTO {self._schema}.{table} SELECT * FROM copy_of_{table} one ORDER BY one"  # noqa: S608 - our own table's name
                )

    def close(self) -> None:
        """Let the connection go."""
        self._drop()

    def _run(self, run: Callable[[psycopg.Connection[Row]], Done]) -> Done:
        fresh = self._connection is None or self._within
        try:
            return run(self._connected())
        except psycopg.Error as error:
            if self._connection is not None and self._connection.closed:
                self._drop()
                if not fresh:
                    return self._run(run)
                raise StoreUnavailable(_first_line(error)) from error
            if isinstance(error, LOST) and not isinstance(error, psycopg.errors.ProgramLimitExceeded):
                raise StoreUnavailable(_first_line(error)) from error
            raise

    def _connected(self) -> psycopg.Connection[Row]:
        if self._connection is None:
            if self._within:
                raise StoreUnavailable("the connection was lost halfway a transaction")
            self._connection = psycopg.connect(self._url, autocommit=True, **CONNECTING)
            try:
                for setting in (*SETTINGS, f"SET search_path = {self._schema}"):
                    self._connection.execute(setting)
            except BaseException:
                self._drop()
                raise
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


@lru_cache(maxsize=256)
def _in_dialect(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()
