"""What is told of the sample beside a population: released sizes of classes, and figures of a source."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from peil.study.known_share import KnownShare
from peil.study.population import Headline


class Standing(StrEnum):
    """How a class of the sample stands to its share of the population."""

    WITHIN = "within"
    OUTSIDE = "outside"
    OPEN = "open"
    """The source's rounding leaves open on which side of the bound it lies."""
    UNAVAILABLE = "unavailable"
    SMALL = "small"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class ClassBeside:
    """A class of the group in the sample and in the population.

    Args:
        id: The class.
        n: Its unweighted count in the sample; None where that is hidden.
        base: Everyone who has a class; None where that is hidden.
        known: Its share of the population; None where no source gives it.
        standing: What the two come to.
    """

    id: str
    n: int | None
    base: int | None
    known: KnownShare | None
    standing: Standing

    @property
    def percent(self) -> Fraction | None:
        """Share of the sample in percents, unrounded and unweighted."""
        return Fraction(100 * self.n, self.base) if self.n is not None and self.base else None

    @property
    def gap(self) -> Fraction | None:
        """By how many points the sample's share lies above the population's; None where one isn't known."""
        if self.percent is None or self.known is None:
            return None
        return self.percent - self.known.percent


class Lacking(StrEnum):
    """Why sizes of a population make no weights."""

    HIDDEN = "hidden"
    UNAVAILABLE = "unavailable"
    NOBODY = "nobody"
    PARTIAL = "partial"
    """The classes that correspond make up less than the whole source."""
    UNCLASSED = "unclassed"
    CELL = "cell"
    """The number itself is hidden in a class."""
    TOTAL = "total"
    """The number is hidden, or not tabulated, of everybody."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A reason, and the classes that it is about."""

    why: Lacking
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kish:
    """What weights by class cost: ``effective`` of ``n`` answers, the design effect ``deff`` (Kish 1965)."""

    n: int
    effective: float
    deff: float


@dataclass(frozen=True, slots=True)
class WeighedHeadline:
    """A number as it is released and under weights to a population, 0 to 1.

    Args:
        headline: Which number.
        share: As released; None where hidden.
        weighed: Under the weights; None where they can't be made, and then ``lacks`` says why.
        lacks: Why there is no weighted number.
    """

    headline: Headline
    share: float | None
    weighed: float | None
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True)
class BesidePopulation:
    """A group of the sample beside a population.

    Args:
        id: The population's name in the study.
        classes: Every class of the group, in its order.
        points: The bound, in percentage points.
        minimum: The fewest respondents of a class that is compared.
        kish: What weights to this population would cost; None where they can't be made, or come on top of
            other weights.
        lacks: Why weights can't be made of it.
    """

    id: str
    classes: tuple[ClassBeside, ...]
    points: int
    minimum: int
    kish: Kish | None = None
    lacks: tuple[Lack, ...] = ()

    def standing(self, *wanted: Standing) -> tuple[ClassBeside, ...]:
        """Give the classes of some standings."""
        return tuple(one for one in self.classes if one.standing in wanted)

    @property
    def compared(self) -> tuple[ClassBeside, ...]:
        """The classes that are large enough and shown, whether or not a source gives their share."""
        return tuple(one for one in self.classes if one.standing not in {Standing.SMALL, Standing.HIDDEN})

    @property
    def unbounded(self) -> tuple[ClassBeside, ...]:
        """The classes that the bound says little of: in one of the two they are no larger than it.

        A class that is at most ``points`` percent of the sample can't lie more than that above the
        population, and one that is so of the population can't lie more than that below.
        """
        return tuple(one for one in self.compared if self._is_narrow(one))

    def _is_narrow(self, one: ClassBeside) -> bool:
        if one.standing is Standing.OUTSIDE:
            return False
        shares = (one.percent, one.known.percent if one.known else None)
        return any(share is not None and share <= self.points for share in shares)

    def find(self, name: str) -> ClassBeside | None:
        """Give a class, or None."""
        return next((one for one in self.classes if one.id == name), None)
