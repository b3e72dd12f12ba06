"""The rate that is kept to."""

from peil.core.stopping import Stopping
from peil.mail.pace import Pace


class Counting(Stopping):
    """Waits for nothing, and says how long it was asked to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[float] = []

    def wait(self, seconds: float) -> bool:
        self.asked.append(seconds)
        return False


def test_mails_are_spread_over_the_minute() -> None:
    stopping = Counting()
    pace = Pace(per_minute=60, stopping=stopping)
    assert all(pace.wait_for_turn() for _ in range(4))
    assert stopping.asked[0] == 0
    for place, asked in enumerate(stopping.asked):
        assert place - 0.9 < asked <= place  # no time passes between the turns here, so they add up


def test_who_wants_to_stop_waits_for_nothing() -> None:
    pace = Pace(per_minute=1)
    pace.stopping.set()
    assert not pace.wait_for_turn()
    assert not pace.wait(1000)
