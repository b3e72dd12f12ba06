"""A Sail server of the test run's own: it speaks Spark Connect, in one process or as a cluster of workers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SERVE = """
import sys
from pysail.spark import SparkConnectServer
server = SparkConnectServer()
server.start(background=True)
print(server.listening_address[1], flush=True)
sys.stdin.read()
"""
CLUSTER = {
    "SAIL_MODE": "local-cluster",
    "RUST_LOG": "info,sail_execution::driver::server=debug",
    "SAIL_CLUSTER__WORKER_INITIAL_COUNT": "3",
    "SAIL_CLUSTER__WORKER_MAX_COUNT": "3",
    "SAIL_CLUSTER__WORKER_TASK_SLOTS": "2",
    "SAIL_CLUSTER__WORKER_MAX_IDLE_TIME_SECS": "3600",
    "SAIL_EXECUTION__DEFAULT_PARALLELISM": "5",
}
"""Three workers, each with a server of its own, that hand each other what they added up."""


@dataclass(frozen=True)
class SailServer:
    """A server that listens on this machine.

    Args:
        url: Where.
        log: What it says of itself.
    """

    url: str
    log: Path


@contextmanager
def sail(folder: Path, *, cluster: bool) -> Iterator[SailServer]:
    """Start a server; it ends with the block, or with this process."""
    log = folder / "sail.log"
    settings = CLUSTER if cluster else {"SAIL_MODE": "local"}
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [sys.executable, "-c", SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env=os.environ | settings,
        ) as process,
    ):
        assert process.stdout is not None
        port = process.stdout.readline().decode().strip()
        assert port, log.read_text(encoding="utf-8")
        try:
            yield SailServer(f"sc://127.0.0.1:{port}", log)
        finally:
            process.kill()
