"""When on the route each answer is given."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peil.study.expr.role_reads import depend, own_names
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
        return cls(study, first, last, depend(study.roles), own_names(study.roles))

    def targets(self, names: Iterable[str]) -> Iterator[Target]:
        """Give the questions behind names of data; names that don't exist are left out."""
        yield from dict.fromkeys(target for name in sorted(names) if (target := self._target(name)))

    def _target(self, name: str) -> Target | None:
        """Give the question behind one name: of an item, of a variable or of the question itself."""
        book = self.study.codebook
        variable = book.variables.get(name)
        item = book.items.get(variable.item if variable else name)
        step = item.step if item else name.split(".", 1)[0]
        return Target(step.split("[", 1)[0], self.steps[step]) if step in self.steps else None
