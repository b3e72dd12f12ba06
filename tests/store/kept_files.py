"""All bytes that a store has on disk, those of a database server's own write-ahead log aside."""

from pathlib import Path

import psycopg

from postgres_server import PostgresServer


def all_bytes(store_url: str, server: PostgresServer | None) -> bytes:
    """Give every byte of a store's files: a folder's, or those of the server's database."""
    if server is None:
        folder = Path(store_url.removeprefix("sqlite:"))
        return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
    with psycopg.connect(store_url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        found = connection.execute("SELECT pg_relation_filepath('pg_class')").fetchall()
    files = (server.folder / "cluster" / found[0][0]).parent.iterdir()
    return b"".join(path.read_bytes() for path in sorted(files) if path.is_file())
