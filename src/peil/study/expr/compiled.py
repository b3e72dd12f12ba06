"""The first reading made fast: an expression as a function, made once a study and called for every page.

It says the same as ``evaluate`` (``tests/study/test_expr_compiled.py`` holds them against each
other), but looks straight into what one interview has given.
"""

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Protocol

from peil.study.codebook import Codebook
from peil.study.expr.evaluate import Given, evaluate
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
    reads,
)


class Lookup(Given, Protocol):
    """What one interview has given so far, with the values themselves: those of ticks are True or absent."""

    @property
    def values(self) -> Mapping[str, str | bool | int | Decimal]:
        """Variable name to value."""


Holds = Callable[[Lookup], bool]
"""Says whether a condition holds of what one interview has given so far."""

_COMPARED: Mapping[Order, Callable[[Decimal | int, Decimal], bool]] = {
    Order.LESS: operator.lt,
    Order.AT_MOST: operator.le,
    Order.EQUAL: operator.eq,
    Order.AT_LEAST: operator.ge,
    Order.MORE: operator.gt,
}


def compile_condition(expr: Expr, codebook: Codebook) -> Holds:  # noqa: PLR0911 - one case a node
    """Give a function that says of any interview what ``evaluate`` says."""
    match expr:
        case Always():
            return lambda _: True
        case And(terms=terms):
            return _all(tuple(compile_condition(term, codebook) for term in terms))
        case Or(terms=terms):
            return _any(tuple(compile_condition(term, codebook) for term in terms))
        case Not(term=term):
            inner = compile_condition(term, codebook)
            return lambda given: not inner(given)
        case RoleIs():
            return _role_is(expr)
    if _is_derived(expr, codebook):
        return lambda given: evaluate(expr, given)
    return _compile_leaf(expr)


def _is_derived(expr: Expr, codebook: Codebook) -> bool:
    """Say whether a leaf reads a variable that the plan derives: no value of it is given."""
    found = (codebook.items.get(name) for name in reads(expr))
    return any(item is not None and item.derived for item in found)


def _compile_leaf(expr: Is | Has | Compare | Between | WasAsked | WasGiven) -> Holds:
    match expr:
        case Is():
            return _is(expr)
        case Has():
            tick = f"{expr.item}.{expr.option}"
            return lambda given: tick in given.values
        case Compare(left=left):
            number, compared, right = _number(left), _COMPARED[expr.order], expr.right
            return lambda given: (found := number(given)) is not None and compared(found, right)
        case Between(left=left, low=low, high=high):
            number = _number(left)
            return lambda given: (found := number(given)) is not None and low <= found <= high
        case WasAsked(item=item):
            return lambda given: given.asked(item)
        case WasGiven(variable=variable):
            return lambda given: variable in given.values


def _all(terms: tuple[Holds, ...]) -> Holds:
    if len(terms) == 2:
        first, second = terms
        return lambda given: first(given) and second(given)

    def holds(given: Lookup) -> bool:
        for term in terms:  # noqa: SIM110 - a loop costs half of a generator here
            if not term(given):
                return False
        return True

    return holds


def _any(terms: tuple[Holds, ...]) -> Holds:
    def holds(given: Lookup) -> bool:
        for term in terms:  # noqa: SIM110 - a loop costs half of a generator here
            if term(given):
                return True
        return False

    return holds


def _role_is(expr: RoleIs) -> Holds:
    roles = frozenset(expr.roles)
    if expr.negated:
        return lambda given: given.role() not in roles
    return lambda given: given.role() in roles


def _is(expr: Is) -> Holds:
    """Compare the option chosen; a scale's step is given as a number, and named as text."""
    item, options, negated = expr.item, frozenset(expr.options), expr.negated

    def holds(given: Lookup) -> bool:
        value = given.values.get(item)
        if value is None:
            return False
        return ((value if isinstance(value, str) else str(value)) in options) is not negated

    return holds


def _number(left: NumberOf | CountOf) -> Callable[[Lookup], Decimal | int | None]:
    if isinstance(left, CountOf):
        item = left.item
        return lambda given: given.count(item)
    variable = left.variable

    def number(given: Lookup) -> Decimal | int | None:
        value = given.values.get(variable)
        return None if isinstance(value, str) else value

    return number
