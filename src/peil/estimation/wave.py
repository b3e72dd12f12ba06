"""A wave of a study that asks again, and what is raised where waves don't fit together."""

from collections.abc import Collection
from dataclasses import dataclass

from peil.estimation.frame import Frame
from peil.estimation.moments import Moments


class SharedUnits(Exception):  # noqa: N818 - it tells what is wrong with the input
    """Raised when waves that are taken for independent have respondents or clusters in common.

    Attributes:
        waves: The two waves' names.
        count: How many they have in common.
    """

    def __init__(self, waves: tuple[str, str], count: int) -> None:
        super().__init__(f"{waves[0]} and {waves[1]} have {count} units in common")
        self.waves = waves
        self.count = count


class RowsNotLinked(Exception):  # noqa: N818 - it tells what is wrong with the input
    """Raised when waves should be linked and every row of their frame is a unit drawn by itself."""

    def __init__(self) -> None:
        super().__init__("the frame doesn't tell which rows of two waves are one respondent")


@dataclass(frozen=True)
class Wave:
    """A wave that was drawn by itself.

    Args:
        name: What it is called.
        at: When, in the unit that a trend is told by (years).
        moments: The question by a banner; groups and options the same in every wave.
        frame: The wave's own units.
        units: What tells its respondents, or its clusters, from each other over waves; None where they were
            drawn anew and nothing tells, which the researcher then vouches for.
    """

    name: str
    at: float
    moments: Moments
    frame: Frame
    units: Collection[str] | None = None
