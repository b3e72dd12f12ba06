"""Bindings: a stretch of printed text and the value that it states."""

from dataclasses import dataclass
from decimal import Decimal

from peil.core.span import Span
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


@dataclass(frozen=True, slots=True)
class Claim:
    """A share and a bound that it must keep; the printed words are free."""

    of: Selection
    order: Order
    bound: Decimal


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
class Fact:
    """A fact about response: ``rows``, ``analysed``, ``RR2``, or how many reached a question."""

    name: str
    question: str = ""


Value = Share | Count | BaseSize | Mode | Rank | Comparison | Claim | MeanShare | Deviating | Fact


@dataclass(frozen=True, slots=True)
class Binding:
    """Printed text and the value it states; ``value`` is None for ``{plain}`` and for one with a problem."""

    printed: str
    value: Value | None
    span: Span
