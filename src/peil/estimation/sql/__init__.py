"""Moments as plain GROUP BY SQL, made where the rows are: DuckDB, PostgreSQL, or a Spark cluster."""
