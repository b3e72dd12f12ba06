"""The first reading: does the expression hold in one interview?"""

from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import Protocol

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


class Given(Protocol):
    """What one interview has given so far; what is off its route is not given."""

    def chosen(self, item: str) -> str | None:
        """Give the option chosen, of a scale its step as text, or None where no answer was given."""

    def ticked(self, item: str) -> AbstractSet[str]:
        """Give the options ticked."""

    def number(self, variable: str) -> Decimal | int | None:
        """Give the number, rank or step, or None where none was given."""

    def count(self, item: str) -> int | None:
        """Give how many options are ticked, exclusive and missing ones left out; None without an answer."""

    def asked(self, item: str) -> bool:
        """Say whether the item is on the route."""

    def given(self, variable: str) -> bool:
        """Say whether the variable was filled in."""

    def role(self) -> str:
        """Give the role."""


def evaluate(expr: Expr, given: Given) -> bool:  # noqa: C901, PLR0911 - one case a node
    """Say whether the expression holds.

    A comparison with an answer that was not given is false, ``is not`` included; only ``Not`` can hold
    because an answer is missing.
    """
    match expr:
        case Always():
            return True
        case Is():
            chosen = given.chosen(expr.item)
            return chosen is not None and (chosen in expr.options) is not expr.negated
        case Has():
            return expr.option in given.ticked(expr.item)
        case And():
            return all(evaluate(term, given) for term in expr.terms)
        case Or():
            return any(evaluate(term, given) for term in expr.terms)
        case Not():
            return not evaluate(expr.term, given)
        case RoleIs():
            return (given.role() in expr.roles) is not expr.negated
        case Compare():
            left = _number(expr.left, given)
            return left is not None and compares(left, expr.order, expr.right)
        case Between():
            left = _number(expr.left, given)
            return left is not None and expr.low <= left <= expr.high
        case WasAsked():
            return given.asked(expr.item)
        case WasGiven():
            return given.given(expr.variable)


def _number(left: NumberOf | CountOf, given: Given) -> Decimal | int | None:
    return given.number(left.variable) if isinstance(left, NumberOf) else given.count(left.item)


def compares(left: Decimal | int, order: Order, right: Decimal) -> bool:
    """Say whether two numbers compare as the order says."""
    match order:
        case Order.LESS:
            return left < right
        case Order.AT_MOST:
            return left <= right
        case Order.EQUAL:
            return left == right
        case Order.AT_LEAST:
            return left >= right
        case Order.MORE:
            return left > right
