"""A test of the unit suite needs only Python: it starts no program, forks no process and opens no port."""

import multiprocessing.util
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps

import pytest

MACHINES = frozenset({"launch", "libreoffice", "postgres_server", "pspp"})
"""Fixtures that are a machine, or start one: who asks for them, by whatever way, is slow."""

REFUSED: tuple[tuple[object, str, str], ...] = (
    (subprocess.Popen, "__init__", "starts a program"),
    (os, "system", "starts a program"),
    (os, "posix_spawn", "starts a program"),
    (multiprocessing.util, "spawnv_passfds", "starts a program"),
    (os, "fork", "forks a process"),
    (os, "forkpty", "forks a process"),
    (socket.socket, "bind", "opens a port"),
)
"""What leads out of this process, and what it is called here."""

_held: list[str] = []
"""The unit test that runs now."""


def needs_machine(fixtures: tuple[str, ...]) -> bool:
    """Whether a test that takes these fixtures asks for a machine."""
    return not MACHINES.isdisjoint(fixtures)


@contextmanager
def alone(item: pytest.Item) -> Iterator[None]:
    """Hold a test and its fixtures to what the unit suite is; one that is marked slow may do anything."""
    if item.get_closest_marker("slow") is None:
        _held.append(item.nodeid)
    try:
        yield
    finally:
        _held.clear()


def refuse() -> None:
    """Refuse what leads out of this process to every test that is held, from now on."""
    for owner, name, what in REFUSED:
        _guard(owner, name, what)


def _guard(owner: object, name: str, what: str) -> None:
    """Put a guard before a function. An audit hook would see more, but is asked a million times a run."""
    does = getattr(owner, name)

    @wraps(does)
    def asked(*values: object, **named: object) -> object:
        if _held:
            raise AssertionError(f"{_held[0]} {what}: mark it slow, the unit suite needs only Python")
        return does(*values, **named)

    setattr(owner, name, asked)
