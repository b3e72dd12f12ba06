"""The fewest interviews that visit everything there is to visit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pysat.solvers import Glucose42

from peil.study.codebook import Item
from peil.study.proof.encoding import Encoding
from peil.study.proof.goals import Aim, Goal, goals
from peil.study.proof.prover import Prover, prover_of
from peil.study.proof.walk import Walk, read_walk
from peil.study.question import Kind
from peil.study.study import Study

PATIENCE = 200_000
"""Conflicts that a search for fewer interviews may take before it is left open whether there are fewer."""

SEEDS = 4
"""How many questions a set of goals that exclude each other is grown from."""


@dataclass(frozen=True)
class Cover:
    """Interviews that together visit everything.

    Args:
        walks: The interviews.
        visited: What they visit, by kind, with how many of it.
        beyond: What no interview can visit, each once. A comparison that is read at several places isn't
            in it when it can be visited at one of them: that is how a repeat or a section's condition is.
        smallest: It was proved that there is no smaller set.
    """

    walks: tuple[Walk, ...]
    visited: Mapping[Aim, int]
    beyond: tuple[Goal, ...]
    smallest: bool


def cover(study: Study) -> Cover:
    """Give the fewest interviews that visit every question, row, option, field, route part, ending and role.

    Goals of which no two can be visited in one interview (options of one question, say) need as many
    interviews: the search begins with that many, one goal laid into each, and adds one as long as it is
    proved that so many can't do it.
    """
    prover = prover_of(study)
    encoding = prover.encoding
    wanted = list(goals(encoding))
    whole = encoding.formula.all_of((*(-stuck for stuck in encoding.stuck.values()), *_named(encoding)))
    literals = list(dict.fromkeys(goal.literal for goal in wanted))
    prover.models.want(literals)
    reached = [literal for literal in literals if prover.can(literal, whole)]
    can = set(reached)
    met = {(goal.aim, goal.said) for goal in wanted if goal.literal in can}
    beyond = {(goal.aim, goal.said): goal for goal in wanted if (goal.aim, goal.said) not in met}
    apart = _apart(prover, can)
    number, smallest = max(1, len(apart)), True
    while (found := _search(prover, reached, apart, number, whole)) is None or not found:
        smallest = smallest and found is None
        number += 1
    names = {(goal.aim, goal.name) for goal in wanted if goal.literal in can}
    visited = {aim: sum(one is aim for one, _ in names) for aim in Aim}
    walks = tuple(read_walk(encoding, one.__contains__) for one in found)
    return Cover(walks, visited, tuple(beyond.values()), smallest)


def _named(encoding: Encoding) -> Iterator[int]:
    """Give that a row of the respondent's own which is answered has a name: without one, pages drop it."""
    for key, given in encoding.answers.given.items():
        name = encoding.answers.filled.get(f"{key}.text")
        if name is not None and encoding.study.codebook.items[key].row is not None:
            yield encoding.formula.any_of((-given, name))


def _apart(prover: Prover, reached: set[int]) -> list[int]:
    """Give goals of which no two can be visited together: the largest such set that was found."""
    items = [item for item in prover.study.codebook.items.values() if _single(item)]
    groups = [[literal for literal in _options(prover, item) if literal in reached] for item in items]
    groups.sort(key=len, reverse=True)
    best: list[int] = []
    for seed in groups[:SEEDS]:
        apart = list(seed)
        for group in groups:
            apart.extend(
                one
                for one in group
                if one not in apart and not any(prover.models.meet(one, other) for other in apart)
            )
        best = max(best, apart, key=len)
    return best


def _single(item: Item) -> bool:
    return item.kind is Kind.SINGLE and not item.derived


def _options(prover: Prover, item: Item) -> Sequence[int]:
    choices = prover.encoding.answers.choices
    return [choices[item.key, option] for option in item.option_ids if (item.key, option) in choices]


def _search(
    prover: Prover, reached: Sequence[int], apart: Sequence[int], number: int, whole: int
) -> list[frozenset[int]] | None:
    """Look for so many interviews at once; None where there are none, empty where it took too long."""
    formula = prover.encoding.formula
    width = formula.last

    def copy(literal: int, place: int) -> int:
        return literal + place * width if literal > 0 else literal - place * width

    # 4.2 proves within seconds that eleven interviews can't do what 4.1 leaves open for minutes
    with Glucose42() as solver:
        for place in range(number):
            for clause in formula.clauses:
                solver.add_clause([copy(literal, place) for literal in clause])
            solver.add_clause([copy(whole, place)])
        for place, literal in enumerate(apart):
            solver.add_clause([copy(literal, place)])
        for literal in reached:
            solver.add_clause([copy(literal, place) for place in range(number)])
        solver.conf_budget(PATIENCE)
        answer = solver.solve_limited()
        if answer is None:
            return []
        if not answer:
            return None
        model = solver.get_model()
        return [
            frozenset(copy(literal, -place) for literal in model[place * width : (place + 1) * width])
            for place in range(number)
        ]
