"""What a printed percentage leaves open: the counts and shares that an honest rounding turns into it.

All sums are in whole numbers, so that no comparison depends on how a computer holds a fraction.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, IntEnum

from peil.core.percent import percent

GRAIN = 20 * 10**6
"""Grains in a percentage point: a half and a twentieth of the last printed decimal are whole grains."""
WHOLE = 100 * GRAIN


class Slack(IntEnum):
    """How far a share may lie from what was printed, in twentieths of the last decimal.

    ``ONCE``: rounded once, a half to either side. ``TWICE``: rounded to one decimal more first and then
    again, which can move a share by half a unit and half a tenth of it.
    """

    ONCE = 10
    TWICE = 11


class Way(Enum):
    """Which rounding turns a count into the printed percentage, the plainest one that does."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    HALF_DOWN = "half_down"
    TWICE = "twice"
    TWICE_DOWN = "twice_down"
    CUT_OFF = "cut_off"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both included: counts, or shares in grains."""

    low: int
    high: int

    def __and__(self, other: "Range") -> "Range":
        """Give what lies in both; the low end lies above the high one where nothing does."""
        return Range(max(self.low, other.low), min(self.high, other.high))

    @property
    def empty(self) -> bool:
        """Nothing lies in it."""
        return self.low > self.high


@dataclass(frozen=True, slots=True)
class Rounded:
    """A printed percentage: ``units`` of its last decimal, of which it has ``decimals``."""

    units: int
    decimals: int

    @property
    def value(self) -> Decimal:
        """The percentage as printed."""
        return Decimal(self.units).scaleb(-self.decimals)

    @property
    def scale(self) -> int:
        """Units in a percentage point."""
        return int(10**self.decimals)

    def counts(self, base: int, slack: Slack = Slack.TWICE) -> Range:
        """Give the counts of a base whose percentage lies within the slack."""
        step = 2000 * self.scale
        low = -(-(20 * self.units - slack) * base // step)
        return Range(max(low, 0), min((20 * self.units + slack) * base // step, base))

    def shares(self, slack: Slack = Slack.TWICE) -> Range:
        """Give the shares within the slack, in grains."""
        unit = 10 ** (6 - self.decimals)
        low, high = (20 * self.units - slack) * unit, (20 * self.units + slack) * unit
        return Range(max(low, 0), min(high, WHOLE))


def rounded(value: Decimal, decimals: int) -> Rounded:
    """Take a percentage as printed; one with more decimals than its claim says keeps them."""
    exponent = value.normalize().as_tuple().exponent
    shown = max(decimals, -exponent if isinstance(exponent, int) else 0)
    return Rounded(int(value.scaleb(shown)), shown)


def share_of(count: Range, base: int) -> Range:
    """Give the shares that counts of a base are, in grains, rounded outward."""
    return Range(WHOLE * count.low // base, -(-WHOLE * count.high // base))


def find_way(printed: Rounded, base: int) -> Way:
    """Say which rounding of some count of a base gives the printed percentage."""
    step = 2000 * printed.scale
    plain = -(-(20 * printed.units - Slack.ONCE) * base // step)
    if 0 <= plain <= base and plain * step < (20 * printed.units + Slack.ONCE) * base:
        return Way.HALF_UP
    return min((way_of(printed, count, base) for count in near(printed, base)), key=ORDER.index)


def near(printed: Rounded, base: int) -> range:
    """Give the counts of a base next to a printed percentage, to either side."""
    about = printed.units * base // (100 * printed.scale)
    return range(min(max(0, about - 1), base), min(base, about + 2) + 1)


def way_of(printed: Rounded, count: int, base: int) -> Way:
    """Say which rounding turns a count into the printed percentage."""
    if percent(count, base, printed.decimals) == printed.value:
        return Way.HALF_UP
    units = printed.scale
    if 200 * units * count == (2 * printed.units + 1) * base:
        return Way.HALF_DOWN if printed.units % 2 else Way.HALF_EVEN
    window = printed.counts(base)
    if window.low <= count <= window.high:
        up = 100 * units * count < printed.units * base
        return Way.TWICE if up or printed.units % 2 == 0 else Way.TWICE_DOWN
    return Way.CUT_OFF if 100 * units * count // base == printed.units else Way.NONE


ORDER = (Way.HALF_UP, Way.HALF_EVEN, Way.TWICE, Way.HALF_DOWN, Way.TWICE_DOWN, Way.CUT_OFF, Way.NONE)
HONEST = {Way.HALF_UP, Way.HALF_EVEN, Way.TWICE}
