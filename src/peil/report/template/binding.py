"""Bindings: a stretch of printed text and the value that it states."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from peil.core.span import Span
from peil.report.template.population_binding import PopulationValue
from peil.report.template.selection import Selection
from peil.study.expr.tree import Order


@dataclass(frozen=True, slots=True)
class Share:
    """A share, as a percentage or in words."""

    of: Selection


@dataclass(frozen=True, slots=True)
class Count:
    """An unweighted count."""

    of: Selection


@dataclass(frozen=True, slots=True)
class BaseSize:
    """The unweighted n of a base."""

    of: Selection


@dataclass(frozen=True, slots=True)
class Mode:
    """The most chosen option or options; ``stated`` ids make the printed words free."""

    of: Selection
    stated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rank:
    """An option's rank by share, 1 for the most; a ``stated`` rank makes the printed words free."""

    of: Selection
    stated: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which of two shares is the larger, by printed whole percentages."""

    left: Selection
    right: Selection


class Measure(StrEnum):
    """What of a selection a claim is about."""

    SHARE = "share"
    COUNT = "count"
    BASE = "base"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Claim:
    """A bound that must be kept; the printed words are free.

    It is kept by a selection's ``measure`` or, with ``against``, by how many percentage points the one share
    lies above the other.
    """

    of: Selection
    order: Order
    bound: Decimal
    measure: Measure = Measure.SHARE
    against: Selection | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """How many percentage points two shares lie apart, whichever is the larger."""

    left: Selection
    right: Selection


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the right share the left one is."""

    left: Selection
    right: Selection


@dataclass(frozen=True, slots=True)
class Trend:
    """Which way a share went, from ``then`` to ``now``, by printed whole percentages."""

    then: Selection
    now: Selection


@dataclass(frozen=True, slots=True)
class WaveShare:
    """A share in a wave: of a trend, of ``item`` in this study, what it shows."""

    trend: str
    item: str
    wave: str
    shown: str


@dataclass(frozen=True, slots=True)
class WaveTrend:
    """Which way a share of a trend went from wave ``since`` to this one, by printed whole percentages."""

    trend: str
    item: str
    shown: str
    since: str


@dataclass(frozen=True, slots=True)
class Margin:
    """Half the width of a share's 95 % interval, in percentage points."""

    of: Selection


@dataclass(frozen=True, slots=True)
class Interval:
    """A share's 95 % interval."""

    of: Selection


@dataclass(frozen=True, slots=True)
class Chance:
    """The p of a group's difference from the rest, adjusted over its family."""

    of: Selection


@dataclass(frozen=True, slots=True)
class Average:
    """The mean of a number or a scale."""

    of: Selection


@dataclass(frozen=True, slots=True)
class MeanShare:
    """The unweighted mean of one share over several items."""

    of: tuple[Selection, ...]


@dataclass(frozen=True, slots=True)
class Deviating:
    """The classes of groups that deviate from the total.

    ``stated`` classes, each a group and a class id, make the words free.
    """

    of: Selection
    groups: tuple[str, ...]
    stated: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Top:
    """The options that most chose, in order; ties at the end are all named.

    ``stated`` ids make the words free.
    """

    of: Selection
    size: int
    stated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenList:
    """A list that is written by rule, each with its share, the largest first."""

    of: Deviating | Top


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about response: ``rows``, ``analysed``, ``RR2``, or how many reached a question."""

    name: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A figure that another study published; several options are summed, an empty one is a question's own."""

    study: str
    question: str
    options: tuple[str, ...]
    group: str
    span: Span


@dataclass(frozen=True, slots=True)
class ComparedElsewhere:
    """Which is the larger: a share of this study or one that another published, by whole percentages."""

    left: Selection
    right: Elsewhere


Value = (
    Share
    | Count
    | BaseSize
    | Mode
    | Rank
    | Comparison
    | Claim
    | Difference
    | Ratio
    | Trend
    | WaveShare
    | WaveTrend
    | Margin
    | Interval
    | Chance
    | Average
    | MeanShare
    | Deviating
    | Top
    | WrittenList
    | Fact
    | Elsewhere
    | ComparedElsewhere
    | PopulationValue
)


@dataclass(frozen=True, slots=True)
class Binding:
    """Printed text and the value it states; ``value`` is None for ``{plain}`` and for one with a problem."""

    printed: str
    value: Value | None
    span: Span
