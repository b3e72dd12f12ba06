"""An interview as it stands: pages on its route, the state of every item, what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from peil.interview.answers import Answers, Value
from peil.interview.state import State
from peil.study.codebook import Item
from peil.study.question import Kind, Option, Question, Row
from peil.study.route import Step

COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Need:
    """An item that must be answered: it is, once one of these variables is given.

    ``gate`` names the variable without which it needs no answer (an open row's own name), if there is one.
    """

    item: str
    names: tuple[str, ...]
    gate: str | None = None


@dataclass(frozen=True)
class VisibleStep:
    """One question as it is shown, with the options, rows and items that this respondent sees.

    ``rows`` are those of a matrix or the fields of a contact question; ``items`` stand in row order.
    """

    step: Step
    question: Question
    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    items: tuple[Item, ...]

    @cached_property
    def option_ids(self) -> frozenset[str]:
        """Ids of the options that are shown."""
        return frozenset(option.id for option in self.options)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What must be answered. What is asked beside an option is never required."""
        if self.question.optional or self.question.kind is Kind.NOTICE:
            return ()
        gates = {row.id: f"{self.step.id}.{row.id}.text" for row in self.rows if row.open}
        return tuple(Need(item.key, _answered_by(item), gates.get(item.row or "")) for item in self.items)


@dataclass(frozen=True)
class Page:
    """One page on the route with the steps visible on it."""

    id: str
    steps: tuple[VisibleStep, ...]

    @cached_property
    def items(self) -> Mapping[str, VisibleStep]:
        """Item key to the step that asks it."""
        return {item.key: step for step in self.steps for item in step.items}

    @cached_property
    def _needed(self) -> frozenset[str]:
        """Variables each of which must be given."""
        needs = (need for step in self.steps for need in step.needs)
        return frozenset(need.names[0] for need in needs if len(need.names) == 1 and not need.gate)

    @cached_property
    def _other_needs(self) -> tuple[Need, ...]:
        needs = (need for step in self.steps for need in step.needs)
        return tuple(need for need in needs if len(need.names) != 1 or need.gate)

    def lacks_answer(self, values: Mapping[str, Value]) -> bool:
        """Say whether something visible and required on the page still needs an answer."""
        if not self._needed <= values.keys():
            return True
        others = self._other_needs
        return bool(others) and any(lacks(need, values) for need in others)


@dataclass(frozen=True)
class Interview:
    """Where an interview stands, given its answers.

    Args:
        answers: What it was made from.
        given: Variable name to value, of answers that count: asked on the route, of a visible option or row.
        role: The respondent's role.
        pages: Pages on the route in order; those beyond the next page as far as answers now tell.
        states: Item key to state, for every item of the codebook; found when one is looked at.
        next_page: Page to show, or None when the interview has ended.
        last_page: Last page on the route that was submitted with all before it, or None.
        outcome: ``complete``, the outcome of an early end, or None while it goes on.
        early: Outcome of the early end that the route comes to as far as answers now tell, or None.
        trail: What the walk came by, leg by leg: the page, or the part of it that stands there, or None.
    """

    answers: Answers
    given: Mapping[str, Value]
    role: str
    pages: tuple[Page, ...]
    states: Mapping[str, State]
    next_page: str | None
    last_page: str | None
    outcome: str | None
    early: str | None = None
    trail: tuple[Page | None, ...] = ()

    def page(self, page_id: str) -> Page | None:
        """Give a page on the route, or None."""
        for page in self.pages:
            if page.id == page_id:
                return page
        return None


def lacks(need: Need, values: Mapping[str, Value]) -> bool:
    """Say whether a need isn't met by what is given."""
    return (need.gate is None or need.gate in values) and not any(name in values for name in need.names)


def _answered_by(item: Item) -> tuple[str, ...]:
    """Give the variables one of which makes an item answered."""
    if item.kind is Kind.MULTI:
        return tuple(f"{item.key}.{option}" for option in item.option_ids)
    return item.variables if item.kind in {Kind.RANKING, Kind.CONTACT} else (item.key,)
