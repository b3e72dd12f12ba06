"""When on the route each answer is given."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peil.study.codebook import Item
from peil.study.expr.tree import And, Expr, Not, Or, RoleIs, reads
from peil.study.role import Role
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Target:
    """A question whose answer is read, and the position on the route at which it is given."""

    question: str
    position: int


@dataclass(frozen=True)
class Timeline:
    """Positions on the route.

    Args:
        study: The study.
        first: Question id to the position of its first asking.
        steps: Question id or step id to the position of its last asking.
        role_names: Role id to the names that a condition on that role depends on.
        own_role_names: Role id to the names that its own condition reads; none for the default.
    """

    study: Study
    first: Mapping[str, int]
    steps: Mapping[str, int]
    role_names: Mapping[str, frozenset[str]]
    own_role_names: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, study: Study) -> "Timeline":
        """Compute the positions once for a study."""
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for position, step in enumerate(study.route.steps):
            first.setdefault(step.question, position)
            last[step.question] = last[step.id] = position
        own = {role.id: reads(role.condition.tree) if role.condition else frozenset() for role in study.roles}
        return cls(study, first, last, depend(study.roles, own), own)

    def targets(self, names: Iterable[str]) -> Iterator[Target]:
        """Give the questions behind names of data; a derived variable stands for what it is computed from."""
        yield from dict.fromkeys(target for name in sorted(names) for target in self._behind(name, ()))

    def _behind(self, name: str, passed: tuple[str, ...]) -> Iterator[Target]:
        """Give the questions behind one name; ``passed`` guards against a circle of derived variables."""
        item = self._item(name)
        if item and item.derived:
            if name not in passed:
                for inner in self._derived_names(item.question):
                    yield from self._behind(inner, (*passed, name))
            return
        step = item.step if item else re.split(r"\.", name, maxsplit=1)[0]
        if step in self.steps:
            yield Target(step.split("[", 1)[0], self.steps[step])

    def _item(self, name: str) -> Item | None:
        """Give the item of a name of data, or None where it names a question or nothing."""
        book = self.study.codebook
        variable = book.variables.get(name)
        return book.items.get(name) or (book.items.get(variable.item) if variable else None)

    def _derived_names(self, derived_id: str) -> Iterator[str]:
        """Give the names that a derived variable's classes read."""
        for derived in self.study.plan.derived:
            if derived.id == derived_id:
                for one in derived.classes:
                    yield from names_read(one.condition.tree, self.role_names)


def depend(roles: tuple[Role, ...], own: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """Give what knowing each role depends on: its own condition, for the default those of all others."""
    everything = frozenset().union(*own.values())
    return {role.id: own[role.id] if role.condition else everything for role in roles}


def names_read(expr: Expr, role_names: Mapping[str, frozenset[str]]) -> frozenset[str]:
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
