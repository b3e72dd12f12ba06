"""A stretch of the route: questions that stand together on a page, their conditions compiled."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from peil.interview.course import Asking
from peil.interview.given import GivenSoFar
from peil.interview.interview import Page, VisibleStep
from peil.interview.variation import Taking, Variation, joined, make_variation
from peil.study.codebook import Codebook
from peil.study.expr.compiled import Holds, compile_condition
from peil.study.expr.tree import ALWAYS
from peil.study.route import End

REMEMBERED = 1024
"""How many variations of one question or page are remembered; what is made anew is equal to what was."""

HIDDEN = -1


@dataclass(frozen=True)
class Stop:
    """A question on its page.

    Args:
        asking: The question.
        holds: Says who is asked; None for everyone.
        always: The options and rows that are always shown, as bits of a variation's mark.
        parts: The bits of the others, each with what says who sees it.
        whole: What everyone sees of it, or None where parts of it have conditions.
    """

    asking: Asking
    holds: Holds | None
    always: int
    parts: tuple[tuple[int, Holds], ...]
    whole: Variation | None
    _seen: dict[int, Variation] = field(default_factory=dict, compare=False, repr=False)

    def look(self, given: GivenSoFar) -> Variation:
        """Give the question as it is shown after these answers."""
        mark = self.always
        for bit, holds in self.parts:
            if holds(given):
                mark |= bit
        found = self._seen.get(mark)
        if found is None:
            if len(self._seen) >= REMEMBERED:
                self._seen.clear()
            found = self._seen[mark] = self._make(mark)
        return found

    def _make(self, mark: int) -> Variation:
        asking = self.asking
        options = tuple(one for place, (one, _) in enumerate(asking.options) if mark >> place & 1)
        behind = mark >> len(asking.options)
        rows = tuple(one for place, (one, _) in enumerate(asking.rows) if behind >> place & 1)
        seen = {row.id for row in rows}
        items = tuple(item for item in asking.items if item.row is None or item.row in seen)
        return make_variation(asking, VisibleStep(asking.step, asking.question, options, rows, items), mark)


@dataclass(frozen=True)
class Leg:
    """Questions that stand together on a page, and the early ends right after them.

    Args:
        page: Id of the page.
        stops: The questions.
        ends: The early ends, each with what says for whom it holds.
        joins: The leg before it is of the same page, parted from it by an early end.
        names: All variables that it can ask.
        whole: The page and how its answers are taken over, where everyone who comes by sees the same.
        holds: Says who comes by then; None for everyone.
    """

    page: str
    stops: tuple[Stop, ...]
    ends: tuple[tuple[End, Holds], ...]
    joins: bool
    names: frozenset[str]
    whole: tuple[Page, Taking] | None
    holds: Holds | None
    _pages: dict[tuple[int, ...], Page] = field(default_factory=dict, compare=False, repr=False)

    def pass_by(self, given: GivenSoFar) -> Page | None:
        """Take over what was answered, and give the page as it is shown; None where nothing on it is."""
        if self.holds is not None and not self.holds(given):
            return None
        take = given.pass_over if given.offered_names.isdisjoint(self.names) else given.take
        if self.whole is not None:
            page, taking = self.whole
            take(taking)
            return page
        marks: list[int] = []
        seen: list[Variation] = []
        for stop in self.stops:
            if stop.holds is not None and not stop.holds(given):
                marks.append(HIDDEN)
                continue
            variation = stop.whole or stop.look(given)
            take(variation.taking)
            marks.append(variation.mark)
            seen.append(variation)
        return self._page(tuple(marks), seen) if seen else None

    def _page(self, marks: tuple[int, ...], seen: Sequence[Variation]) -> Page:
        page = self._pages.get(marks)
        if page is None:
            if len(self._pages) >= REMEMBERED:
                self._pages.clear()
            page = self._pages[marks] = Page(self.page, tuple(one.shown for one in seen))
        return page


def make_leg(askings: Sequence[Asking], ends: Sequence[End], codebook: Codebook, *, joins: bool) -> Leg:
    """Compile the conditions of a leg; there is at least one question."""
    stops = tuple(_stop(asking, codebook) for asking in askings)
    wholes = tuple(stop.whole for stop in stops if stop.whole)
    conditions = [stop.holds for stop in stops]
    same = len(wholes) == len(stops) and (len(stops) == 1 or not any(conditions))
    page = askings[0].step.page
    return Leg(
        page,
        stops,
        tuple((end, compile_condition(end.condition, codebook)) for end in ends),
        joins,
        frozenset(name for asking in askings for item in asking.items for name in item.variables),
        _whole(page, wholes) if same else None,
        conditions[0] if same else None,
    )


def _whole(page: str, seen: Sequence[Variation]) -> tuple[Page, Taking]:
    return Page(page, tuple(one.shown for one in seen)), joined([one.taking for one in seen])


def _stop(asking: Asking, codebook: Codebook) -> Stop:
    conditions = [condition for _, condition in (*asking.options, *asking.rows)]
    parts = tuple(
        (1 << place, compile_condition(condition, codebook))
        for place, condition in enumerate(conditions)
        if condition != ALWAYS
    )
    question = asking.question
    whole = VisibleStep(asking.step, question, question.options, question.rows, asking.items)
    holds = asking.step.condition
    return Stop(
        asking,
        None if holds == ALWAYS else compile_condition(holds, codebook),
        sum(1 << place for place, condition in enumerate(conditions) if condition == ALWAYS),
        parts,
        None if parts else make_variation(asking, whole),
    )
