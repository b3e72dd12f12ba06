"""An interview as it stands: pages on its route, the state of every item, what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.interview.answers import Answers, Value
from peil.interview.state import State
from peil.study.codebook import Item
from peil.study.question import Option, Question, Row
from peil.study.route import Step

COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class VisibleStep:
    """One question as it is shown, with the options, rows and items that this respondent sees.

    ``rows`` are those of a matrix or the fields of a contact question; ``items`` stand in row order.
    """

    step: Step
    question: Question
    options: tuple[Option, ...]
    rows: tuple[Row, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page on the route with the steps visible on it."""

    id: str
    steps: tuple[VisibleStep, ...]


@dataclass(frozen=True)
class Interview:
    """Where an interview stands, given its answers.

    Args:
        answers: What it was made from.
        given: Variable name to value, of answers that count: asked on the route, of a visible option or row.
        role: The respondent's role.
        pages: Pages on the route in order; those beyond the next page as far as answers now tell.
        states: Item key to state, for every item of the codebook.
        next_page: Page to show, or None when the interview has ended.
        last_page: Last page on the route that was submitted with all before it, or None.
        outcome: ``complete``, the outcome of an early end, or None while it goes on.
    """

    answers: Answers
    given: Mapping[str, Value]
    role: str
    pages: tuple[Page, ...]
    states: Mapping[str, State]
    next_page: str | None
    last_page: str | None
    outcome: str | None

    def page(self, page_id: str) -> Page | None:
        """Give a page on the route, or None."""
        return next((page for page in self.pages if page.id == page_id), None)
