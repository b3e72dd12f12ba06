"""Random bytes of the system, fetched many at a time: each fetch is a call into the system's kernel."""

import os
from threading import Lock

TOGETHER = 4096


class _Reserve:
    """Bytes fetched and not given yet; each is given once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._bytes = b""
        self._at = 0
        if hasattr(os, "register_at_fork"):  # a child must not give what its parent gives
            os.register_at_fork(after_in_child=self._forget)

    def give(self, number: int) -> bytes:
        """Give so many bytes."""
        with self._lock:
            if self._at + number > len(self._bytes):
                self._bytes, self._at = os.urandom(max(TOGETHER, number)), 0
            given = self._bytes[self._at : self._at + number]
            self._at += number
            return given

    def _forget(self) -> None:
        self._lock = Lock()
        self._bytes, self._at = b"", 0


_RESERVE = _Reserve()


def random_bytes(number: int) -> bytes:
    """Give so many random bytes, fit for secrets: from the system's own source, no byte twice."""
    return _RESERVE.give(number)
