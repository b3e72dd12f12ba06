"""Rows in PostgreSQL, fetched as columns through ADBC."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from peil.estimation.sql.dialect import STANDARD, Dialect
from peil.estimation.sql.statement import Statement

if TYPE_CHECKING:
    import pyarrow as pa
    from adbc_driver_manager.dbapi import Connection


@dataclass(frozen=True)
class PostgresRows:
    """A connection made by ``adbc_driver_postgresql.dbapi.connect`` (the extra ``postgres``)."""

    connection: "Connection"
    dialect: ClassVar[Dialect] = STANDARD

    @classmethod
    def connect(cls, url: str) -> "PostgresRows":
        """Connect to the database of a URL, ``postgresql://user@host/database``."""
        try:
            from adbc_driver_postgresql.dbapi import connect  # noqa: PLC0415 - an extra, for those who use it
        except ImportError as error:
            raise ImportError("for PostgreSQL, install peil[postgres]") from error
        return cls(connect(url, autocommit=True))

    def read(self, statement: Statement) -> "pa.Table":
        """Run a statement and give its columns."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement.text, statement.values or None)
            return cursor.fetch_arrow_table()
