"""The other side of a yes-or-no variable: known not to hold, from answers that were given."""

from decimal import Decimal

from peil.study.expr.tree import (
    ALWAYS,
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


def deny(expr: Expr) -> Expr:  # noqa: PLR0911 - one case a node
    """Give the expression that holds where the answers given say that ``expr`` doesn't.

    Where the answers are missing neither ``expr`` nor its denial holds (strong Kleene negation), so that
    who wasn't asked is no "no".
    """
    match expr:
        case Always():
            return Not(ALWAYS)
        case Is(item=item, options=options, negated=negated):
            return Is(item, options, negated=not negated)
        case RoleIs(roles=roles, negated=negated):
            return RoleIs(roles, negated=not negated)
        case Has(item=item):
            return And((Compare(CountOf(item), Order.AT_LEAST, Decimal(0)), Not(expr)))
        case Compare(left=left) | Between(left=left):
            return And((_given(left), Not(expr)))
        case WasAsked() | WasGiven():
            return Not(expr)
        case Not(term=term):
            return term
        case And(terms=terms):
            return Or(tuple(deny(term) for term in terms))
        case Or(terms=terms):
            return And(tuple(deny(term) for term in terms))


def _given(left: NumberOf | CountOf) -> Expr:
    if isinstance(left, NumberOf):
        return WasGiven(left.variable)
    return Compare(left, Order.AT_LEAST, Decimal(0))
