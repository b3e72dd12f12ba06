"""How far a long piece of work is, on a terminal."""

import sys
from typing import TextIO

WIDTH = 30


class ProgressBar:
    """A bar that is drawn over itself on standard error; nothing where that is no terminal.

    Args:
        out: Where it is drawn.
    """

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = sys.stderr if out is None else out
        self._drawn = False

    def show(self, done: int, planned: int, waiting: int = 0) -> None:
        """Draw it: how many are dealt with, of how many, and how many are tried again later."""
        if not self._out.isatty():
            return
        filled = WIDTH * done // planned if planned else WIDTH
        later = f", {waiting} to be tried again" if waiting else ""
        bar = "█" * filled + "░" * (WIDTH - filled)
        self._out.write(f"\r\x1b[K{bar} {done} of {planned}{later}")
        self._out.flush()
        self._drawn = True

    def end(self) -> None:
        """Go on below it."""
        if self._drawn:
            self._out.write("\n")
            self._out.flush()
