"""A real PostgreSQL server on a cluster of its own, for the time of a test run."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

INSTALL = "PostgreSQL's initdb and postgres are not found: install Debian's package postgresql, or its like"
UNPRIVILEGED = ("postgres", "nobody")
PATIENCE = 60.0
"""Seconds that the server may take to come up on a busy machine."""


class PostgresServer:
    """A server that listens on a socket in its own folder alone.

    Args:
        folder: The cluster's folder.
        start: Starts the server.
    """

    def __init__(self, folder: Path, start: Callable[[], subprocess.Popen[bytes]]) -> None:
        self.folder = folder
        self._start = start
        self.process = start()

    def crash(self) -> None:
        """Kill the server and all of its processes at once, and start it again: it recovers by itself."""
        self.process.kill()  # first: what it would still start could have a number that was looked at already
        self.process.wait(PATIENCE)
        while _kill_in(self.folder / "cluster"):
            time.sleep(0.01)
        (self.folder / "cluster" / "postmaster.pid").unlink(missing_ok=True)
        self.process = self._start()
        _wait(self)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://peil@/{database}?host={self.folder}"

    def empty_url(self) -> str:
        """Give the URL of a database without tables; who was still connected to it no longer is."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
            schemas = "peil_answers, peil_contacts, peil_sample, peil_links"
            connection.execute(f"DROP SCHEMA IF EXISTS {schemas} CASCADE")
        return self.url()


def find_binaries() -> Path | None:
    """Give the folder with initdb and postgres of one version, or None."""
    asked = shutil.which("pg_config")
    places = [Path(subprocess.check_output([asked, "--bindir"], text=True).strip())] if asked else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    places += [Path(on_path).resolve().parent] if on_path else []
    both = (place for place in places if (place / "initdb").exists() and (place / "postgres").exists())
    return next(both, None)


@contextmanager
def running(binaries: Path, *, quick: bool = True) -> Iterator[PostgresServer]:
    """Start a server on a new cluster; afterwards nothing is left of it. A quick one syncs no file."""
    folder = Path(tempfile.mkdtemp(prefix="peil-pg-", dir="/tmp"))
    whose = _whose(folder)
    cluster = folder / "cluster"
    make = ("--no-sync", "--auth=trust", "--username=peil", "--locale=C", "--encoding=UTF8")
    try:
        subprocess.run(
            [binaries / "initdb", *make, "-D", cluster], check=True, capture_output=True, cwd=folder, **whose
        )
        settings = ("fsync", "full_page_writes", "autovacuum") if quick else ()
        options = [f"-c{setting}=off" for setting in settings]

        def start() -> subprocess.Popen[bytes]:
            with (folder / "log").open("ab") as log:
                return subprocess.Popen(
                    [binaries / "postgres", "-D", cluster, "-k", folder, "-c", "listen_addresses=", *options],
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    cwd=folder,
                    **whose,
                )

        server = PostgresServer(folder, start)
        try:
            _wait(server)
            yield server
        finally:
            server.process.send_signal(signal.SIGINT)
            server.process.wait(PATIENCE)
    finally:
        shutil.rmtree(folder)


def _whose(folder: Path) -> dict[str, Any]:
    """Give whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in UNPRIVILEGED:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, user.pw_uid, user.pw_gid)
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise RuntimeError(f"none of the users {', '.join(UNPRIVILEGED)} is there to run a server as")


def _kill_in(folder: Path) -> bool:
    """Kill the processes that work in a folder, and say whether there were any.

    Each is held by a handle before it is looked at: its number may be another one's by the time it is killed.
    """
    found = False
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            handle = os.pidfd_open(int(path.name))
            try:
                if (path / "cwd").resolve() == folder:
                    signal.pidfd_send_signal(handle, signal.SIGKILL)
                    found = True
            finally:
                os.close(handle)
    return found


def _wait(server: PostgresServer) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            psycopg.connect(server.url()).close()
        except psycopg.OperationalError:
            if server.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((server.folder / "log").read_text(encoding="utf-8")) from None
            time.sleep(0.05)
        else:
            return
