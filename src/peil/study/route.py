"""The route: the one ordered reading of who is asked what. No other code decides that."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from peil.study.expr.tree import Expr, Not, both


@dataclass(frozen=True, slots=True)
class Step:
    """One asking of one question.

    Args:
        id: Question id, or ``detail[speed]`` for a repeat.
        question: Question id.
        page: Page it is asked on.
        condition: Holds for those who are asked, early ends aside: the section's, the question's own and
            the repeat's condition together.
        reads: Item keys and variables that the condition reads.
        repeat_option: Option that this repeat is for, or None.
    """

    id: str
    question: str
    page: str
    condition: Expr
    reads: frozenset[str]
    repeat_option: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """A place where the interview ends early for those for whom the condition holds."""

    after: str
    condition: Expr
    outcome: str


@dataclass(frozen=True)
class Route:
    """Steps and early ends in the order in which they are passed."""

    entries: tuple[Step | End, ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The askings alone, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Step))

    @cached_property
    def by_id(self) -> Mapping[str, Step]:
        """Steps by id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Page ids in order."""
        return tuple(dict.fromkeys(step.page for step in self.steps))

    @cached_property
    def full_conditions(self) -> Mapping[str, Expr]:
        """Step id to who is asked, early ends included: their negation joins every later condition."""
        found: dict[str, Expr] = {}
        passed: list[Expr] = []
        for entry in self.entries:
            if isinstance(entry, End):
                passed.append(Not(both(found[entry.after], entry.condition)))
            else:
                found[entry.id] = both(entry.condition, *passed)
        return found
