"""The parts of a condition: every comparison and what they are joined into."""

from collections.abc import Iterator

from peil.study.expr.tree import (
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
    RoleIs,
    WasAsked,
    WasGiven,
)


def inside(expr: Expr) -> Iterator[Expr]:
    """Give the parts directly inside an expression.

    A list of options is as many parts: "is one of (often, rarely)" asks for each.
    """
    match expr:
        case Not(term=term):
            yield term
        case And(terms=terms) | Or(terms=terms):
            yield from terms
        case Is(item=item, options=options) if len(options) > 1:
            yield from (Is(item, (option,)) for option in options)
        case RoleIs(roles=roles) if len(roles) > 1:
            yield from (RoleIs((role,)) for role in roles)
        case _:
            return


def say(expr: Expr) -> str:
    """Give an expression in the language of conditions, as its author would write it."""
    return _say(expr, nested=False)


def _say(expr: Expr, *, nested: bool) -> str:
    match expr:
        case Not(term=term):
            return f"not {_say(term, nested=True)}"
        case And(terms=terms) | Or(terms=terms):
            word = " and " if isinstance(expr, And) else " or "
            said = word.join(_say(term, nested=True) for term in terms)
            return f"({said})" if nested else said
        case _:
            return said_comparison(expr)


def said_comparison(expr: Expr) -> str:  # noqa: PLR0911 - one case a node
    """Give one comparison in the language of conditions."""
    match expr:
        case Is(item=item, options=options, negated=negated):
            return f"{item} {_among(options, negated=negated)}"
        case RoleIs(roles=roles, negated=negated):
            return f"role {_among(roles, negated=negated)}"
        case Has(item=item, option=option):
            return f"{item} has {option}"
        case Compare(left=left, order=order, right=right):
            return f"{_left(left)} {order.value} {right:f}"
        case Between(left=left, low=low, high=high):
            return f"{_left(left)} between {low:f} and {high:f}"
        case WasAsked(item=item):
            return f"{item} was asked"
        case WasGiven(variable=variable):
            return f"{variable} was answered"
        case _:
            return "everyone"


def _among(names: tuple[str, ...], *, negated: bool) -> str:
    verb = "is not" if negated else "is"
    return f"{verb} {names[0]}" if len(names) == 1 else f"{verb} one of ({', '.join(names)})"


def _left(left: NumberOf | CountOf) -> str:
    return f"count({left.item})" if isinstance(left, CountOf) else left.variable
