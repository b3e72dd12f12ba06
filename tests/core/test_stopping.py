"""Whoever is waiting can be told to stop at any point of the wait, as a signal's handler does."""

import sys
from threading import Thread
from types import FrameType
from typing import Any

import pytest

from peil.core.stopping import Stopping

PATIENCE = 60.0


@pytest.mark.parametrize("seconds", [0.0, 1e-3])
def test_a_handler_that_interrupts_the_wait_anywhere_may_tell_it(seconds: float) -> None:
    """A handler runs in the thread that it interrupts; so does what traces each line of it."""
    stopping, told = Stopping(), list[bool]()

    def interrupt(_frame: FrameType, event: str, _arg: object) -> Any:  # noqa: ANN401 - a trace function
        if event == "line":
            sys.settrace(None)
            stopping.set()
            sys.settrace(interrupt)
        return interrupt

    def wait() -> None:
        sys.settrace(interrupt)
        try:
            told.append(stopping.wait(seconds))
        finally:
            sys.settrace(None)

    waiting = Thread(target=wait, daemon=True)
    waiting.start()
    waiting.join(PATIENCE)
    assert told == [True]


def test_once_told_it_stays_so() -> None:
    stopping = Stopping()
    assert not stopping.wait(0)
    stopping.set()
    assert [stopping.wait(PATIENCE) for _ in range(3)] == [True] * 3
