"""The tree of an expression as it was spoken: parsed, its names not yet resolved."""

from dataclasses import dataclass
from decimal import Decimal

from peil.study.expr.tree import Order
from peil.study.expr.words import Word


@dataclass(frozen=True, slots=True)
class SpokenIs:
    """``usage is not one of (often, rarely)``."""

    name: Word
    options: tuple[Word, ...]
    negated: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpokenHas:
    """``reasons has speed``."""

    name: Word
    option: Word
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpokenCompare:
    """``age >= 18``; ``counted``: ``count(reasons) >= 2``. ``right`` is a Word where no number stood."""

    name: Word
    counted: bool
    order: Order
    right: Decimal | Word
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpokenBetween:
    """``age between 1 and 8``."""

    name: Word
    counted: bool
    low: Decimal
    high: Decimal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpokenWas:
    """``exam was asked``, ``ability.other1.text was answered``."""

    name: Word
    asked: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpokenNot:
    """``not x``."""

    term: "Spoken"


@dataclass(frozen=True, slots=True)
class SpokenJoin:
    """``x and y and z``, or the same with ``or``."""

    terms: tuple["Spoken", ...]
    either: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """A term that could not be parsed and has been reported."""


Comparison = SpokenIs | SpokenHas | SpokenCompare | SpokenBetween | SpokenWas
Spoken = Comparison | SpokenNot | SpokenJoin | Unread
