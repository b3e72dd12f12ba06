"""Rows in DuckDB: its own tables, or Parquet and CSV files through a view."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from peil.estimation.sql.dialect import STANDARD, Dialect
from peil.estimation.sql.statement import Statement

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


@dataclass(frozen=True)
class DuckdbRows:
    """A connection to DuckDB (the extra ``duckdb``)."""

    connection: "duckdb.DuckDBPyConnection"
    dialect: ClassVar[Dialect] = STANDARD

    @classmethod
    def connect(cls, database: str = ":memory:") -> "DuckdbRows":
        """Open a database file to read it, or an empty database in memory."""
        try:
            import duckdb  # noqa: PLC0415 - an extra, for those who use it
        except ImportError as error:
            raise ImportError("for DuckDB, install peil[duckdb]") from error
        return cls(duckdb.connect(database, read_only=database != ":memory:"))

    def read(self, statement: Statement) -> "pa.Table":
        """Run a statement and give its columns."""
        return self.connection.sql(statement.text, params=list(statement.values)).to_arrow_table()
