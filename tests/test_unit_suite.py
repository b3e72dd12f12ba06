"""What keeps the unit suite to Python alone."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable

import pytest

from needs_no_machine import needs_machine


def bind() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))


@pytest.mark.parametrize(
    ("does", "told"),
    [
        (lambda: subprocess.run([sys.executable, "--version"], check=True), "starts a program"),
        (lambda: os.system("true"), "starts a program"),  # noqa: S605 - it is refused
        (os.fork, "forks a process"),
        (bind, "opens a port"),
    ],
    ids=["a program", "a command of the shell", "a fork", "a port"],
)
def test_a_unit_test_has_nothing_but_python(does: Callable[[], object], told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        does()


@pytest.mark.slow
def test_a_slow_test_may_start_a_program() -> None:
    assert subprocess.run([sys.executable, "-c", ""], check=True).returncode == 0


def test_who_asks_for_a_machine_is_slow(request: pytest.FixtureRequest) -> None:
    """By a fixture's name alone, however far it stands behind another."""
    assert needs_machine(("tmp_path", "postgres_url", "postgres_server"))
    assert not needs_machine(("tmp_path", "store_url"))
    asked = [one for one in request.session.items if needs_machine(tuple(getattr(one, "fixturenames", ())))]
    assert all(one.get_closest_marker("slow") for one in asked)
