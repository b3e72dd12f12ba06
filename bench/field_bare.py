"""What a post costs with nothing around it: a framework that echoes, a database that syncs.

``python field_bare.py PORT`` serves the echo, with the settings that the respondent's app is served with.
"""

import resource
import sqlite3
import sys
import tempfile
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

PAGE = "<p>" + "x" * 8000 + "</p>"
"""About as long as a page of the reference study."""

BATCH = 10
"""Rows in one synced transaction, as many as come together under load."""


async def echo(request: Request) -> HTMLResponse:
    """Read the whole body and answer with a page."""
    await request.body()
    return HTMLResponse(PAGE)


def insert_cpu(rows: int) -> float:
    """Give the seconds of CPU for one row of a page's answers, inserted in synced transactions of ten."""
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "bare.sqlite", isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE posts (interview TEXT, page TEXT, given TEXT)")
        before = resource.getrusage(resource.RUSAGE_SELF)
        for _ in range(rows // BATCH):
            database.execute("BEGIN IMMEDIATE")
            database.executemany(
                "INSERT INTO posts VALUES (?, ?, ?)",
                [("0123456789abcdef0123", "usage", '{"usage": "often"}') for _ in range(BATCH)],
            )
            database.execute("COMMIT")
        after = resource.getrusage(resource.RUSAGE_SELF)
        database.close()
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / rows


if __name__ == "__main__":
    app = Starlette(routes=[Route("/{language}/p/{page}", echo, methods=["GET", "POST"])])
    uvicorn.run(
        app,
        port=int(sys.argv[1]),
        ws="none",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1",
    )
