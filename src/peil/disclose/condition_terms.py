"""Conditions taken apart, so that each part is about one question: which answers does it hold of?"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from peil.study.expr.tree import ALWAYS, Always, And, Expr, Is, Not, Or, RoleIs
from peil.study.role import Role

Levels = frozenset[str]

NONE = "~none"
"""The level of those who are in none of a dimension's other levels."""

WITHOUT = "!"
"""Prefix of the level of all who didn't choose an option of a question with several answers, asked or not."""


def without_roles(tree: Expr, roles: Sequence[Role]) -> Expr:
    """Give a condition with each role replaced by what decides it: its condition, and no earlier role's."""
    match tree:
        case RoleIs(roles=named, negated=negated):
            found = [_having(role, roles) for role in roles if role.id in named]
            either: Expr = found[0] if len(found) == 1 else Or(tuple(found))
            return Not(either) if negated else either
        case Not(term=term):
            return Not(without_roles(term, roles))
        case And(terms=terms):
            return And(tuple(without_roles(term, roles) for term in terms))
        case Or(terms=terms):
            return Or(tuple(without_roles(term, roles) for term in terms))
        case _:
            return tree


def _having(role: Role, roles: Sequence[Role]) -> Expr:
    own = () if role.condition is None else (role.condition.tree,)
    others = roles if role.condition is None else roles[: roles.index(role)]
    return And((*own, *(Not(one.condition.tree) for one in others if one.condition)))


def spell_out(tree: Expr, classes: Callable[[str], Mapping[str, Expr]], roles: Sequence[Role]) -> Expr:
    """Give a condition with each derived variable in it replaced by the conditions of its classes.

    Args:
        tree: A condition without roles.
        classes: Gives the conditions of an item's classes, in order; nothing where it is to stay.
        roles: The study's roles, which such conditions can name.
    """

    def inner(term: Expr) -> Expr:
        return spell_out(without_roles(term, roles), classes, roles)

    match tree:
        case Is(item=key, options=options, negated=negated):
            own = classes(key)
            wanted = [name for name in own if (name in options) != negated]
            return Or(tuple(inner(_in_class(own, name)) for name in wanted)) if own else tree
        case Not(term=term):
            return Not(inner(term))
        case And(terms=terms):
            return And(tuple(inner(term) for term in terms))
        case Or(terms=terms):
            return Or(tuple(inner(term) for term in terms))
        case _:
            return tree


def _in_class(classes: Mapping[str, Expr], name: str) -> Expr:
    """Give who is in a class: of the first whose condition holds."""
    earlier = list(classes)[: list(classes).index(name)]
    return And((classes[name], *(Not(classes[one]) for one in earlier)))


def all_terms(tree: Expr) -> Iterator[Expr]:
    """Give terms that all have to hold, as many as a condition can be taken apart into."""
    match tree:
        case And(terms=terms):
            for term in terms:
                yield from all_terms(term)
        case Not(term=Not(term=term)):
            yield from all_terms(term)
        case Not(term=Or(terms=terms)):
            for term in terms:
                yield from all_terms(Not(term))
        case _:
            yield tree


def is_about(tree: Expr, key: str) -> bool:
    """Say whether a condition only compares the answer to one question."""
    match tree:
        case Always():
            return True
        case Is(item=item):
            return item == key
        case Not(term=term):
            return is_about(term, key)
        case And(terms=terms) | Or(terms=terms):
            return all(is_about(term, key) for term in terms)
        case _:
            return False


def holds(tree: Expr, option: str) -> bool:
    """Say whether a condition on one question holds of an answer, ``NONE`` for those who gave none."""
    match tree:
        case Is(options=options, negated=negated):
            return option != NONE and (option in options) != negated
        case Not(term=term):
            return not holds(term, option)
        case And(terms=terms):
            return all(holds(term, option) for term in terms)
        case Or(terms=terms):
            return any(holds(term, option) for term in terms)
        case _:
            return tree == ALWAYS
