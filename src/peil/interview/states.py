"""The states of all items, found when one of them is looked at: a page sent in needs none."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from peil.interview.answers import Value
from peil.interview.given import GivenSoFar
from peil.interview.interview import Page
from peil.interview.state import State
from peil.study.codebook import Item
from peil.study.question import Kind


class States(Mapping[str, State]):
    """Item key to state, for every item of the codebook.

    Args:
        given: What was given by the end of the route.
        pages: Pages on the route.
        next_page: The one to be shown next, or None.
        submitted: Ids of pages submitted.
    """

    def __init__(
        self, given: GivenSoFar, pages: tuple[Page, ...], next_page: str | None, submitted: frozenset[str]
    ) -> None:
        self._given = given
        self._pages = pages
        self._next_page = next_page
        self._submitted = submitted

    def __getitem__(self, key: str) -> State:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        return repr(self._found)

    @cached_property
    def _found(self) -> dict[str, State]:
        given = self._given
        found = dict.fromkeys(given.course.asked_items, State.NOT_ASKED)
        beyond = False
        for page in self._pages:
            reached = not beyond and page.id in self._submitted
            beyond = beyond or page.id == self._next_page
            for item in (item for step in page.steps for item in step.items):
                found[item.key] = state_of(item, given.values) if reached else State.LEFT_BEFORE
        for name in given.course.class_holds:
            found[name] = State.NOT_ASKED if given.chosen(name) is None else State.ANSWERED
        return found


def state_of(item: Item, values: Mapping[str, Value]) -> State:
    """Give the state of an item that was asked and whose page was submitted."""
    if item.kind is Kind.MULTI:
        ticked = [option for option in item.option_ids if f"{item.key}.{option}" in values]
        if not item.missing_ids.isdisjoint(ticked):
            return State.DONT_KNOW
        return State.ANSWERED if ticked else State.BLANK
    if item.kind in {Kind.RANKING, Kind.CONTACT}:
        return State.ANSWERED if any(name in values for name in item.variables) else State.BLANK
    value = values.get(item.key)
    if value is None:
        return State.BLANK
    return State.DONT_KNOW if value in item.missing_ids else State.ANSWERED
