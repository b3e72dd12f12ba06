"""A terminal that shows something again and again."""

import shutil
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from time import sleep
from typing import TypeVar

from peil.core.problem import Unusable

SECONDS = 5.0
"""Between one look and the next."""
ANEW = "\x1b[H\x1b[2J"
"""Has a terminal begin again at its top."""

Seen = TypeVar("Seen")
NOTHING = object()
"""What is shown before the first look."""


def watch(looks: Callable[[], Generator[Seen]], tell: Callable[[Seen], str]) -> None:
    """Show what is found at each look, until Ctrl+C; where something can't be read, that, and look on.

    Args:
        looks: Begins to look; gives the same object again while nothing changed.
        tell: Says what was found.
    """
    try:
        while True:
            with closing(looks()) as found:
                _show_each(found, tell)
    except KeyboardInterrupt:
        return


def _show_each(found: Generator[Seen], tell: Callable[[Seen], str]) -> None:
    shown: object = NOTHING
    try:
        for seen in found:
            if seen is not shown:
                show(tell(seen))
                shown = seen
            sleep(SECONDS)
    except Unusable as unusable:
        show("\n".join(str(problem) for problem in unusable.problems))
        sleep(SECONDS)


def show(text: str) -> None:
    """Have a terminal show a text alone, as much of it as there is room for."""
    sys.stdout.write(f"{ANEW}{fitted(text)}\n")
    sys.stdout.flush()


def fitted(text: str) -> str:
    """Give as many lines as the terminal has room for."""
    room = shutil.get_terminal_size().lines - 1
    lines = text.splitlines()
    return text if len(lines) <= room else "\n".join([*lines[: max(room - 1, 0)], "…"])
