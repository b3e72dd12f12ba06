"""What an expression depends on, a role replaced by the answers that decide it."""

from collections.abc import Mapping, Sequence

from peil.study.expr.tree import And, Expr, Not, Or, RoleIs, reads
from peil.study.role import Role

RoleNames = Mapping[str, frozenset[str]]
"""Role id to the names of data that having it depends on."""


def own_names(roles: Sequence[Role]) -> RoleNames:
    """Give what each role's own condition reads; nothing for the default."""
    return {role.id: reads(role.condition.tree) if role.condition else frozenset() for role in roles}


def depend(roles: Sequence[Role]) -> RoleNames:
    """Give what knowing each role depends on: its own condition, for the default those of all others."""
    own = own_names(roles)
    everything = frozenset().union(*own.values())
    return {role.id: own[role.id] if role.condition else everything for role in roles}


def names_read(expr: Expr, role_names: RoleNames) -> frozenset[str]:
    """Give the names that an expression reads, a role replaced by what it depends on."""
    match expr:
        case RoleIs(roles=roles):
            return frozenset().union(*(role_names.get(role, frozenset()) for role in roles))
        case Not(term=term):
            return names_read(term, role_names)
        case And(terms=terms) | Or(terms=terms):
            return frozenset().union(*(names_read(term, role_names) for term in terms))
        case _:
            return reads(expr)
