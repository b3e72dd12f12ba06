"""The third reading: for which rows of a data set does the expression hold?

The same tree as ``evaluate`` reads for one interview, over columns; the two agree on every row.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from peil.study.codebook import Codebook
from peil.study.expr.tree import (
    Always,
    And,
    Between,
    Compare,
    CountOf,
    Expr,
    Has,
    Is,
    Not,
    NumberOf,
    Or,
    Order,
    RoleIs,
    WasAsked,
    WasGiven,
)

Mask = NDArray[np.bool_]
Positions = NDArray[np.int16]
Numbers = NDArray[np.float64]


class MaskColumns(Protocol):
    """Columns of n rows. What is off a row's route is not given in that row."""

    @property
    def codebook(self) -> Codebook:
        """The codebook that names the columns."""

    @property
    def role_ids(self) -> Sequence[str]:
        """Ids of the roles, in the order that ``role`` counts in."""

    def option_positions(self, item: str) -> Positions:
        """Give positions in ``item.options`` of what was chosen; -1 where no answer was given.

        Of a scale: the position of the missing option, and ``len(item.options)`` or more for a step.
        """

    def tick(self, variable: str) -> Mask:
        """Give where the option is ticked."""

    def number(self, variable: str) -> Numbers:
        """Give numbers, ranks or steps; NaN where none was given."""

    def count(self, item: str) -> Numbers:
        """Give how many options are ticked, exclusive and missing ones left out; NaN without an answer."""

    def asked(self, item: str) -> Mask:
        """Give where the item is on the route."""

    def given(self, variable: str) -> Mask:
        """Give where the variable was filled in."""

    def role(self) -> Positions:
        """Give positions of the roles."""


def mask(expr: Expr, columns: MaskColumns, n: int) -> Mask:  # noqa: C901, PLR0911 - one case a node
    """Give for each of n rows whether the expression holds in it."""
    match expr:
        case Always():
            return np.ones(n, dtype=np.bool_)
        case Is():
            return _is(expr, columns)
        case Has():
            return columns.tick(f"{expr.item}.{expr.option}")
        case And():
            return _all([mask(term, columns, n) for term in expr.terms])
        case Or():
            return ~_all([~mask(term, columns, n) for term in expr.terms])
        case Not():
            return ~mask(expr.term, columns, n)
        case RoleIs():
            found = np.isin(columns.role(), _positions(columns.role_ids, expr.roles))
            return ~found if expr.negated else found
        case Compare():
            return _compare(_number(expr.left, columns), expr.order, expr.right)
        case Between():
            left = _number(expr.left, columns)
            return (left >= float(expr.low)) & (left <= float(expr.high))
        case WasAsked():
            return columns.asked(expr.item)
        case WasGiven():
            return columns.given(expr.variable)


def _all(terms: list[Mask]) -> Mask:
    found = terms[0].copy()
    for term in terms[1:]:
        found &= term
    return found


def _is(expr: Is, columns: MaskColumns) -> Mask:
    chosen = columns.option_positions(expr.item)
    found = np.isin(chosen, _positions(columns.codebook.items[expr.item].option_ids, expr.options))
    return (chosen >= 0) & ~found if expr.negated else found


def _positions(ids: Sequence[str], wanted: Iterable[str]) -> list[int]:
    return [ids.index(name) for name in wanted]


def _number(left: NumberOf | CountOf, columns: MaskColumns) -> Numbers:
    return columns.number(left.variable) if isinstance(left, NumberOf) else columns.count(left.item)


def _compare(left: Numbers, order: Order, right: Decimal) -> Mask:
    """Compare with a constant; NaN compares as false, as an answer that wasn't given should."""
    constant = np.float64(right)
    match order:
        case Order.LESS:
            return left < constant
        case Order.AT_MOST:
            return left <= constant
        case Order.EQUAL:
            return np.equal(left, constant, dtype=np.bool_)
        case Order.AT_LEAST:
            return left >= constant
        case Order.MORE:
            return left > constant
