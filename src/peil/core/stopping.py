"""That someone wants to stop, told from a signal's handler."""

import time

LOOK_SECONDS = 0.1
"""How soon whoever is waiting sees it."""


class Stopping:
    """Ends waits at once and for good.

    A signal's handler interrupts whoever is waiting at any point, and nothing here is locked. A
    ``threading.Event`` has a lock: a handler that sets it while the wait that it interrupts holds that lock
    waits for itself, forever.
    """

    def __init__(self) -> None:
        self._told = False

    def set(self) -> None:
        """Tell it; can be called from a signal's handler."""
        self._told = True

    def wait(self, seconds: float) -> bool:
        """Wait, and give True as soon as someone wants to stop."""
        until = time.monotonic() + seconds
        while not self._told and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, LOOK_SECONDS))
        return self._told
