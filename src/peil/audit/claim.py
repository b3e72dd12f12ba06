"""A claim: a figure published somewhere, in the study's own names, that the data must reproduce."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from peil.audit.free_figure import FreeFigure
from peil.core.span import Span
from peil.study.base import ANSWERED, Base


@dataclass(frozen=True, slots=True)
class Filter:
    """Only rows whose answer is one of the values.

    ``name`` is an item key (values are option ids or classes), a text variable (values are its words) or
    ``complete`` (``yes`` or ``no``: the interview came to its end).
    """

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """Options of an item, taken together, among the rows of a base."""

    item: str
    options: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    base: Base = ANSWERED


@dataclass(frozen=True, slots=True)
class ShareIs:
    """The options' share of the base, as printed."""

    selection: Selection
    percent: Decimal
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class CountIs:
    """How many rows pass the filters."""

    filters: tuple[Filter, ...]
    n: int


@dataclass(frozen=True, slots=True)
class BaseIs:
    """How many rows the base of an item holds."""

    selection: Selection
    n: int


@dataclass(frozen=True, slots=True)
class MostChosen:
    """The options of the selection, and no others, are chosen most."""

    selection: Selection


@dataclass(frozen=True, slots=True)
class RankIs:
    """The option's rank by how often it is chosen: 1 is most, equals share the best rank."""

    selection: Selection
    rank: int


class Relation(StrEnum):
    """How one share compares with another; ``same`` is by printed whole percentages."""

    MORE = "more"
    LESS = "less"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Compares:
    """One share against another, or against a stated percentage."""

    left: Selection
    relation: Relation
    right: Selection | Decimal


@dataclass(frozen=True, slots=True)
class TicksAtMost:
    """Nobody ticked more options than this."""

    item: str
    n: int


@dataclass(frozen=True, slots=True)
class TopClass:
    """The class of a group in which the share is largest; equals are all named."""

    selection: Selection
    by: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnlyClasses:
    """The classes of a group, and no others, in which the share lies above a percentage."""

    selection: Selection
    by: str
    above: Decimal
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeanShareIs:
    """The unweighted mean over several items of the options' share."""

    selections: tuple[Selection, ...]
    percent: Decimal
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class ListBelow:
    """The complete list of items and classes with at least ``minimum_base`` rows and a share below a line.

    ``listed`` holds item, group and class.
    """

    selections: tuple[Selection, ...]
    groups: Mapping[str, tuple[str, ...]]
    below: Decimal
    minimum_base: int
    listed: frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class MostlyWithin:
    """At least a part (0 to 1) of several items has a share from low to high, both included."""

    selections: tuple[Selection, ...]
    low: Decimal
    high: Decimal
    part: Decimal


Check = (
    ShareIs
    | CountIs
    | BaseIs
    | MostChosen
    | RankIs
    | Compares
    | TicksAtMost
    | TopClass
    | OnlyClasses
    | MeanShareIs
    | ListBelow
    | MostlyWithin
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One published statement.

    Args:
        id: Its id, kept from where it was collected.
        span: Where it stands in the claims file.
        check: What it says in the study's own names, or None for a claim that this data can't check.
        printed: What was printed, in a few words.
        section: Section of the publication.
        place: Figure, table or text there.
        note: What a reader should know about it.
        study: Which other study it is about; empty for this one.
        base_n: The base that the publication gives for it, or None.
        base_known: How that base is known: ``printed``, ``derived`` from other printed figures, ``inferred``
            from the shares themselves, ``upper_bound``, or empty.
        free: What it says in free words: of another study, or of a draft; None of a claim with a check.
        draft: It was read from a text, and nobody has confirmed it.
    """

    id: str
    span: Span
    check: Check | None
    printed: str
    section: str = ""
    place: str = ""
    note: str = ""
    study: str = ""
    base_n: int | None = None
    base_known: str = ""
    free: FreeFigure | None = None
    draft: bool = False

    @property
    def where(self) -> str:
        """Section and place in the publication."""
        return " ".join(part for part in (self.section, self.place) if part)

    @property
    def firm_base(self) -> int | None:
        """The base when the publication itself says it; an inferred one would prove only itself."""
        return self.base_n if self.base_known in {"printed", "derived"} else None
