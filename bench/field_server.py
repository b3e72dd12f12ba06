"""A server in a process of its own, bound to one core where the system lets it, and what it costs."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0
FIRST_CORE = 0
TICK = os.sysconf("SC_CLK_TCK")


@contextmanager
def server(command: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Run a server that takes its port as last argument; give its process id and port once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*command, str(port)], **quiet) as process:
        try:
            if hasattr(os, "sched_setaffinity"):
                os.sched_setaffinity(process.pid, {FIRST_CORE})
            until = time.monotonic() + PATIENCE
            while not _answers(port):
                if process.poll() is not None or time.monotonic() > until:
                    sys.exit("the server doesn't answer")
                time.sleep(0.05)
            yield process.pid, port
        finally:
            process.send_signal(signal.SIGTERM)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def cpu_of(process: int) -> float:
    """Give the seconds of CPU that a process has used."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / TICK


def memory_of(process: int) -> float:
    """Give the most memory that a process has held, in megabytes."""
    told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024
