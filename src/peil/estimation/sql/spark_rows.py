"""Rows in a Spark cluster, or in a server that speaks Spark Connect as Sail does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from peil.estimation.sql.dialect import SPARK, Dialect
from peil.estimation.sql.named_main import named_main
from peil.estimation.sql.statement import Statement

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql.connect.session import SparkSession


@dataclass(frozen=True)
class SparkRows:
    """A session of Spark Connect (the extra ``spark``)."""

    session: "SparkSession"
    dialect: ClassVar[Dialect] = SPARK

    @classmethod
    def connect(cls, url: str) -> "SparkRows":
        """Start a session at a server, ``sc://host:port``."""
        try:
            with named_main():
                from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise ImportError("for Spark, install peil[spark]") from error
        return cls(SparkSession.builder.remote(url).create())

    def read(self, statement: Statement) -> "pa.Table":
        """Run a statement and give its columns."""
        values = {f"p{place}": value for place, value in enumerate(statement.values, 1)}
        return self.session.sql(statement.text, args=values).toArrow()
