"""How often one code may be used: a program that sends page after page, or guesses codes, is slowed down.

Counted by a hash of the code and in memory alone. Addresses of browsers are neither kept nor looked at: to
slow down one address is for the web server in front.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST_AT_ONCE = 240
"""Requests that may come at once: a long questionnaire clicked through, with its follow-up questions."""

PER_SECOND = 4.0
"""Requests a second that may go on coming."""

MOST_CODES = 50_000
"""Codes that are remembered at a time; whoever has been quiet longest is forgotten."""


@dataclass
class _Bucket:
    """What is left of what may come at once, and when that was counted."""

    left: float
    at: float


class Rates:
    """A token bucket for each code, after Turner's leaky bucket as a meter.

    Args:
        most: Requests that may come at once.
        per_second: Requests a second that may go on coming.
        clock: Gives seconds, from any moment on; never jumps back.
    """

    def __init__(
        self,
        most: int = MOST_AT_ONCE,
        per_second: float = PER_SECOND,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._per_second = per_second
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def allow(self, key: str) -> bool:
        """Count one more request under a key, and say whether it may go on."""
        now = self._clock()
        bucket = self._buckets.get(key)
        if bucket is None:
            self._buckets[key] = _Bucket(self._most - 1, now)
            if len(self._buckets) > MOST_CODES:
                self._buckets.popitem(last=False)
            return True
        self._buckets.move_to_end(key)
        bucket.left = min(self._most, bucket.left + (now - bucket.at) * self._per_second)
        bucket.at = now
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True
