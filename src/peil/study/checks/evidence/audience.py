"""Which roles can get to see something."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peil.study.expr.tree import And, Expr, Is, Not, Or, RoleIs
from peil.study.role import Role
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Audience:
    """A role, and per item the options that somebody in that role can still have chosen."""

    role: Role
    possible: Mapping[str, frozenset[str]]


def audiences(study: Study) -> Iterator[Audience]:
    """Give every role with what it says about answers.

    ``employment is zzp`` leaves one option of employment to a zzp, and the others to later roles.
    """
    left: dict[str, frozenset[str]] = {}
    for role in study.roles:
        terms = () if role.condition is None else conjunction(role.condition.tree)
        possible = dict(left)
        for term in terms:
            if isinstance(term, Is) and term.item in study.codebook.items:
                known = possible.get(term.item, frozenset(study.codebook.items[term.item].option_ids))
                chosen = frozenset(term.options)
                possible[term.item] = known - chosen if term.negated else known & chosen
        yield Audience(role, possible)
        if len(terms) == 1 and isinstance(term := terms[0], Is) and not term.negated:
            item = study.codebook.items.get(term.item)
            known = left.get(term.item, frozenset(item.option_ids if item else ()))
            left[term.item] = known - frozenset(term.options)


def conjunction(expr: Expr) -> tuple[Expr, ...]:
    """Give the terms that all hold when the expression does."""
    return expr.terms if isinstance(expr, And) else (expr,)


def can_hold(expr: Expr, audience: Audience) -> bool:
    """Say whether a condition can hold for somebody in the role; True where that isn't certain."""
    match expr:
        case RoleIs(roles=roles, negated=negated):
            return (audience.role.id in roles) != negated
        case Is(item=item, options=options, negated=negated) if item in audience.possible:
            possible = audience.possible[item]
            return bool(possible - frozenset(options) if negated else possible & frozenset(options))
        case Not(term=term):
            return can_fail(term, audience)
        case And(terms=terms):
            return all(can_hold(term, audience) for term in terms)
        case Or(terms=terms):
            return any(can_hold(term, audience) for term in terms)
        case _:
            return True


def can_fail(expr: Expr, audience: Audience) -> bool:
    """Say whether a condition can fail for somebody in the role; an answer can always be missing."""
    match expr:
        case RoleIs():
            return not can_hold(expr, audience)
        case Not(term=term):
            return can_hold(term, audience)
        case And(terms=terms):
            return any(can_fail(term, audience) for term in terms)
        case Or(terms=terms):
            return all(can_fail(term, audience) for term in terms)
        case _:
            return True
