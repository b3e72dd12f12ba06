"""Openings that come faster than respondents do."""

from collections import deque
from collections.abc import Callable
from time import monotonic

BURST = "burst"
"""Flag of an interview that was opened among many others."""

MOST = 30
SECONDS = 10.0


class Bursts:
    """Counts openings in memory; nothing is known of who opens what.

    A mailing that reaches many at once makes a burst too, so it is a flag to look at and nothing else.

    Args:
        most: As many openings as may come within the time without being a burst.
        seconds: The time.
        clock: Gives seconds that only go forward.
    """

    def __init__(
        self, most: int = MOST, seconds: float = SECONDS, clock: Callable[[], float] = monotonic
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._latest = deque[float](maxlen=most + 1)

    def opened(self) -> tuple[str, ...]:
        """Count an opening, and give the flags that it gets."""
        now = self._clock()
        self._latest.append(now)
        full = len(self._latest) == self._latest.maxlen
        return (BURST,) if full and now - self._latest[0] < self._seconds else ()
