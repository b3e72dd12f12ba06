"""Openings that come fast are flagged; slow ones never are."""

from hypothesis import given
from hypothesis import strategies as st

from peil.field.bursts import BURST, Bursts


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_one_after_the_most_is_a_burst_and_quiet_ends_it() -> None:
    clock = Clock()
    bursts = Bursts(most=3, seconds=10, clock=clock)
    assert [bursts.opened() for _ in range(5)] == [(), (), (), (BURST,), (BURST,)]
    clock.now = 9.9
    assert bursts.opened() == (BURST,)
    clock.now = 30.0
    assert bursts.opened() == ()


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 10), st.floats(0.1, 20))
def test_it_flags_what_counting_by_hand_flags(gaps, most, seconds) -> None:
    clock, came = Clock(), []
    bursts = Bursts(most=most, seconds=seconds, clock=clock)
    for gap in gaps:
        clock.now += gap
        came.append(clock.now)
        within = [one for one in came if clock.now - one < seconds]
        assert bursts.opened() == ((BURST,) if len(within) > most else ())
