"""Someone who has every released table of a small study, and bounds how many gave which answers at once.

Nothing here comes from the gate: unknown is how many people there are of each combination of answers, and
each number shown is a sum of these.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from peil.disclose.release import ReleasedTable
from peil.study.expr.tree import Always, And, Expr, Has, Is, Not, Or, RoleIs

Person = Mapping[str, frozenset[str]]
"""What one person answered, by question; nothing where they left it blank."""

Picks = Callable[[Person], bool]


def holds(tree: Expr, person: Person) -> bool:
    """Say whether a condition holds of a person."""
    match tree:
        case Always():
            return True
        case Is(item=item, options=options, negated=negated):
            return bool(person[item]) and bool(person[item] & set(options)) != negated
        case Has(item=item, option=option):
            return option in person[item]
        case Not(term=term):
            return not holds(term, person)
        case And(terms=terms):
            return all(holds(term, person) for term in terms)
        case Or(terms=terms):
            return any(holds(term, person) for term in terms)
        case RoleIs() | _:
            raise NotImplementedError(tree)


@dataclass(frozen=True, eq=False)
class JointAttacker:
    """Bounds counts from tables.

    Args:
        people: Every combination of answers that can be.
        rows: A row for each number shown: whom it counts.
        shown: These numbers.
    """

    people: tuple[Person, ...]
    rows: np.ndarray
    shown: np.ndarray

    @classmethod
    def reading(cls, people: Sequence[Person], tables: Iterable[ReleasedTable]) -> "JointAttacker":
        """Write down what tables say, if people can be these."""
        rows, shown = [], []
        for table in tables:
            for picks, n in counted(table):
                rows.append([picks(one) for one in people])
                shown.append(n)
        return cls(tuple(people), np.array(rows, np.float64), np.array(shown, np.float64))

    def bounds(self, picks: Picks) -> tuple[int, int]:
        """Give the least and the most that there can be of these people."""
        aim = np.array([picks(one) for one in self.people], np.float64)
        ends = []
        for sign in (1.0, -1.0):
            found = milp(
                sign * aim,
                constraints=LinearConstraint(self.rows, self.shown, self.shown),
                integrality=np.ones(len(aim)),
                bounds=Bounds(0, np.inf),
            )
            ends.append(10**6 if found.x is None else round(float(aim @ found.x)))
        return ends[0], ends[1]


def all_people(
    single: Mapping[str, Iterable[str]],
    ticks: Mapping[str, Iterable[str]],
    derived: Mapping[str, Mapping[str, Expr]],
) -> list[Person]:
    """Give every way to answer these questions, with the class of each derived variable."""
    answers = {
        **{
            name: [frozenset[str](), *(frozenset({one}) for one in options)]
            for name, options in single.items()
        },
        **{name: _subsets(tuple(options)) for name, options in ticks.items()},
    }
    found = (dict(zip(answers, each, strict=True)) for each in product(*answers.values()))
    return [classed(one, derived) for one in found]


def classed(person: Person, derived: Mapping[str, Mapping[str, Expr]]) -> Person:
    """Give a person with the first class of each derived variable whose condition holds."""
    made = dict(person)
    for name, classes in derived.items():
        made[name] = frozenset([one for one, tree in classes.items() if holds(tree, made)][:1])
    return made


def _subsets(options: tuple[str, ...]) -> list[frozenset[str]]:
    return [
        frozenset(option for option, ticked in zip(options, found, strict=True) if ticked)
        for found in product((False, True), repeat=len(options))
    ]


def counted(table: ReleasedTable) -> list[tuple[Picks, int]]:
    """Give whom each number that a table shows counts."""
    inside = base_of(table)
    found = [] if table.n is None else [(inside, table.n)]
    return found + [(cell_of(table, cell.option), cell.n) for cell in table.cells if cell.n is not None]


def base_of(table: ReleasedTable) -> Picks:
    """Give who answered a table's question, of those whom it is about."""
    spec, groups = table.spec, frozenset(table.merged or ((table.group,) if table.group else ()))
    tree = Always() if spec.where is None else spec.where.tree
    return lambda one: (
        bool(one[table.item]) and holds(tree, one) and (spec.by is None or bool(one[spec.by] & groups))
    )


def cell_of(table: ReleasedTable, option: str) -> Picks:
    """Give who a cell of a table counts."""
    inside = base_of(table)
    return lambda one: option in one[table.item] and inside(one)
