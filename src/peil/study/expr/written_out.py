"""Derived variables in an expression written out: as the conditions of their classes."""

from collections.abc import Mapping

from peil.study.expr.tree import And, Expr, Is, Not, Or, WasAsked, WasGiven
from peil.study.plan import Derived


def written_out(expr: Expr, derived: Mapping[str, Derived]) -> Expr:
    """Give the expression in answers alone; it holds in the same interviews.

    Args:
        expr: An expression.
        derived: The plan's derived variables by id.
    """
    match expr:
        case Is(item=item, options=options, negated=negated) if item in derived:
            wanted = {one.id for one in derived[item].classes if (one.id in options) is not negated}
            return _in_class(derived[item], wanted, derived)
        case WasAsked(item=item) | WasGiven(variable=item) if item in derived:
            return _in_class(derived[item], {one.id for one in derived[item].classes}, derived)
        case Not(term=term):
            return Not(written_out(term, derived))
        case And(terms=terms):
            return And(tuple(written_out(term, derived) for term in terms))
        case Or(terms=terms):
            return Or(tuple(written_out(term, derived) for term in terms))
    return expr


def _in_class(one: Derived, wanted: set[str], derived: Mapping[str, Derived]) -> Expr:
    """Give whether one of the classes is the first that holds."""
    found: list[Expr] = []
    before: list[Expr] = []
    for each in one.classes:
        holds = written_out(each.condition.tree, derived)
        if each.id in wanted:
            found.append(And((holds, *(Not(earlier) for earlier in before))))
        else:
            before.append(holds)
    return Or(tuple(found))
