"""How fast mails are sent, and how long is waited."""

import time
from dataclasses import dataclass, field

from peil.core.stopping import Stopping


@dataclass
class Pace:
    """A rate that is kept to, and waits that end at once when someone wants to stop.

    Args:
        per_minute: Mails a minute at most.
        again: Seconds to wait before each further round over those whose server asked to come back later.
        reconnect: Seconds to wait before each further try to connect.
        stopping: Set when someone wants to stop.
    """

    per_minute: float = 60
    again: tuple[float, ...] = (60, 300, 900)
    reconnect: tuple[float, ...] = (1, 5, 15, 30)
    stopping: Stopping = field(default_factory=Stopping)
    _next: float = 0.0

    def wait_for_turn(self) -> bool:
        """Wait until the next mail may go; False when someone wants to stop."""
        now = time.monotonic()
        stopped = self.stopping.wait(max(0.0, self._next - now))
        self._next = max(now, self._next) + 60 / self.per_minute
        return not stopped

    def wait(self, seconds: float) -> bool:
        """Wait; False when someone wants to stop."""
        return not self.stopping.wait(seconds)
