"""The expression tree. Every reading (evaluated, proved, masked, told) walks these nodes and no other.

Names in a tree are resolved: an ``Is`` holds item keys and option ids that exist. A comparison with an
answer that was not given is false, "is not" included; only ``Not`` can hold because an answer is missing.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Order(StrEnum):
    """How two numbers compare."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"


@dataclass(frozen=True, slots=True)
class Always:
    """Holds for everyone: the condition of a question that has none."""


@dataclass(frozen=True, slots=True)
class Is:
    """The answer to a single item (or matrix row) is one of the options.

    ``negated``: an answer was given and it is none of them.
    """

    item: str
    options: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """The option of a multi item (or multi matrix row) is ticked."""

    item: str
    option: str


@dataclass(frozen=True, slots=True)
class RoleIs:
    """The respondent's role is one of these; ``negated``: none of these. A role is always known."""

    roles: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class NumberOf:
    """A number to compare: the value of a numeric variable (``age``, ``turnover.rose.number``)."""

    variable: str


@dataclass(frozen=True, slots=True)
class CountOf:
    """A number to compare: how many options of a multi item are ticked, exclusive and missing ones left out.

    Of an item that was not answered the count is not given.
    """

    item: str


@dataclass(frozen=True, slots=True)
class Compare:
    """A number compared with a constant."""

    left: NumberOf | CountOf
    order: Order
    right: Decimal


@dataclass(frozen=True, slots=True)
class Between:
    """A number lies between two constants, both included."""

    left: NumberOf | CountOf
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class WasAsked:
    """The question is on the respondent's route."""

    item: str


@dataclass(frozen=True, slots=True)
class WasGiven:
    """The respondent filled in the variable (an open row's own text, say)."""

    variable: str


@dataclass(frozen=True, slots=True)
class Not:
    """The term doesn't hold; the only node that can hold because an answer is missing."""

    term: "Expr"


@dataclass(frozen=True, slots=True)
class And:
    """All terms hold."""

    terms: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one term holds."""

    terms: tuple["Expr", ...]


Expr = Always | Is | Has | RoleIs | Compare | Between | WasAsked | WasGiven | Not | And | Or

ALWAYS = Always()


def both(*terms: Expr) -> Expr:
    """Give the conjunction, flattened, without what always holds or follows from another term."""
    flat: list[Expr] = []
    for term in terms:
        flat.extend(term.terms if isinstance(term, And) else () if isinstance(term, Always) else (term,))
    whole = frozenset(flat)
    unique = tuple(
        term
        for term in dict.fromkeys(flat)
        if not (isinstance(term, Or) and not whole.isdisjoint(term.terms))
    )
    return ALWAYS if not unique else unique[0] if len(unique) == 1 else And(unique)


def reads(expr: Expr) -> frozenset[str]:  # noqa: PLR0911 - one case a node
    """Give the item keys and variable names that the expression reads (``role`` for a role)."""
    match expr:
        case Always():
            return frozenset()
        case Is(item=item) | Has(item=item) | WasAsked(item=item):
            return frozenset({item})
        case RoleIs():
            return frozenset({"role"})
        case WasGiven(variable=variable):
            return frozenset({variable})
        case Compare(left=left) | Between(left=left):
            return frozenset({left.variable if isinstance(left, NumberOf) else left.item})
        case Not(term=term):
            return reads(term)
        case And(terms=terms) | Or(terms=terms):
            return frozenset().union(*(reads(term) for term in terms))
