"""Where the suite over all engines puts its tables: this machine's memory, and three kinds of database."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
from engine_case import EngineCase
from sail_server import sail

from peil.estimation.frame import Frame
from peil.estimation.packed.columns import Columns
from peil.estimation.packed.pack import pack
from peil.estimation.packed.packed_engine import PackedEngine
from peil.estimation.sql.duckdb_rows import DuckdbRows
from peil.estimation.sql.engine import SqlEngine
from peil.estimation.sql.postgres_rows import PostgresRows
from peil.estimation.sql.rows import Rows
from peil.estimation.sql.spark_rows import SparkRows
from postgres_server import PostgresServer

PARTS = 5
"""Parts that a cluster's tables are cut in, for its workers to add up."""


class Place(Protocol):
    """Gives an engine over a case's rows, and the frame that it made of them."""

    def put(self, case: EngineCase) -> tuple[Any, Frame]: ...


@dataclass(frozen=True)
class Memory:
    """The packed engine."""

    def put(self, case: EngineCase) -> tuple[PackedEngine, Frame]:
        frame = case.frame
        columns = Columns(
            {name: case.stored[name] for name in case.stored.column_names}, frozenset(case.absent)
        )
        coded = pack(columns, case.design, frame, case.questions, case.banners, case.numbers)
        return PackedEngine(coded), frame


@dataclass(frozen=True)
class Database:
    """The SQL engine.

    Args:
        rows: The connection.
        store: Makes a table of this name and content, instead of what was there.
    """

    rows: Rows
    store: Callable[[str, pa.Table], None]

    def put(self, case: EngineCase) -> tuple[SqlEngine, Frame]:
        self.store(case.name, case.stored)
        engine = SqlEngine(self.rows, case.table, case.most_cells, case.most_sums)
        return engine, engine.frame


def duckdb_place() -> Database:
    rows = DuckdbRows.connect()

    def store(name: str, table: pa.Table) -> None:
        rows.connection.register("stored", table)
        rows.connection.execute(f"CREATE OR REPLACE TABLE {rows.dialect.name(name)} AS FROM stored")

    return Database(rows, store)


@contextmanager
def postgres_place(server: PostgresServer) -> Iterator[Database]:
    rows = PostgresRows.connect(server.empty_url())

    def store(name: str, table: pa.Table) -> None:
        with rows.connection.cursor() as cursor:
            cursor.adbc_ingest(name, table, mode="replace")

    with rows.connection:
        yield Database(rows, store)


@contextmanager
def sail_place(folder: Path, *, cluster: bool) -> Iterator[Database]:
    with sail(folder, cluster=cluster) as server:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
            rows = SparkRows.connect(server.url)

        def store(name: str, table: pa.Table) -> None:
            # The client makes no frame without rows: one of nothing is made and left out again.
            nothing = pa.table({field.name: pa.nulls(1, field.type) for field in table.schema})
            frame = rows.session.createDataFrame(table if len(table) else nothing)
            (frame if len(table) else frame.limit(0)).repartition(PARTS).createOrReplaceTempView(name)

        try:
            yield Database(rows, store)
        finally:
            rows.session.stop()
