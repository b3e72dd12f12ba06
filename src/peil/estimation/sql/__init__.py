"""Moments as plain GROUP BY SQL, made where the rows are: DuckDB, PostgreSQL, or a Spark cluster."""

from importlib.util import find_spec

if find_spec("pyarrow") is None:
    raise ImportError("for estimates from a database, install peil[duckdb], peil[postgres] or peil[spark]")
