"""Every interview that a small study allows, found by answering it in all ways: what a solver is judged by.

Knows nothing of solvers. Answers are enumerated question by question with the engine's own lookup, visible
steps and checks of answers; numbers by one value of each interval that the conditions cut; two interviews
that nothing asked later can tell apart are one.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal

from later_readings import Live
from peil.interview.answers import Value
from peil.interview.check_item import check_item
from peil.interview.check_value import check_value
from peil.interview.course import Asking, course_of
from peil.interview.given import GivenSoFar
from peil.interview.interview import VisibleStep
from peil.interview.variation import make_variation
from peil.interview.walk import lacks_answer
from peil.study.expr.evaluate import evaluate
from peil.study.route import End
from peil.study.study import Study
from possible_answers import candidates, number_cuts

MOST_STATES = 1500


class TooManyWalksError(Exception):
    """The study is too large for this."""


@dataclass
class State:
    """An interview on its way: what it has given, which steps it was asked, a page that it can't get past."""

    given: GivenSoFar
    steps: frozenset[str] = frozenset()
    stuck: str | None = None


@dataclass(frozen=True)
class Moment:
    """One interview at one place of the route.

    Args:
        entry: The step or early end that it has come to.
        given: What it has given before that.
        shown: What it is shown, or None where it is not asked (or at an early end).
        ended: The early end holds for it.
    """

    entry: Asking | End
    given: GivenSoFar
    shown: VisibleStep | None = None
    ended: bool = False


@dataclass
class Walks:
    """All that happens in a study: each distinct moment, what was chosen, the states at the end."""

    moments: list[Moment] = field(default_factory=list)
    chosen: set[tuple[str, str]] = field(default_factory=set)
    """Question id and option id that somebody can choose."""
    complete: list[State] = field(default_factory=list)
    ended: list[tuple[State, End]] = field(default_factory=list)


def enumerate_walks(study: Study, most: int = MOST_STATES) -> Walks:
    """Answer the study in all ways.

    Raises:
        TooManyWalksError: At some place there are more than ``most`` interviews that differ.
    """
    course = course_of(study)
    walks = Walks()
    cuts = number_cuts(study)
    states = [State(GivenSoFar(course, {}))]
    for place, entry in enumerate(course.entries):
        live = Live.after(study, course, place + 1)
        found: dict[object, State] = {}
        for state in states:
            for following in _pass(entry, state, walks, cuts, live.names):
                key = live.key(following.given, following.steps), following.stuck
                found.setdefault(key, following)
        states = list(found.values())
        if len(states) > most:
            raise TooManyWalksError
    walks.complete = [state for state in states if not state.stuck]
    return walks


def _pass(
    entry: Asking | End, state: State, walks: Walks, cuts: Mapping[str, set[Decimal]], read: AbstractSet[str]
) -> Iterator[State]:
    """Let an interview pass one entry of the route: each way in which it goes on."""
    if state.stuck and (isinstance(entry, End) or entry.step.page != state.stuck):
        return
    if isinstance(entry, End):
        if entry.after not in state.steps:
            yield state
            return
        ended = evaluate(entry.condition, state.given)
        walks.moments.append(Moment(entry, state.given, ended=ended))
        if ended:
            walks.ended.append((state, entry))
        else:
            yield state
        return
    if not evaluate(entry.step.condition, state.given):
        walks.moments.append(Moment(entry, state.given))
        yield state
        return
    shown = show(entry, state.given)
    walks.moments.append(Moment(entry, state.given, shown))
    steps = state.steps | {entry.step.id}
    answered = False
    for values in candidates(entry, shown, cuts, read):
        given = taken(state.given, entry, shown, values)
        if is_valid(entry, shown, values, given):
            answered = True
            walks.chosen.update(choices(shown, given))
            yield State(given, steps, state.stuck)
    if not answered:
        yield State(taken(state.given, entry, shown, {}), steps, entry.step.page)


def follow(study: Study, values: Mapping[str, Value]) -> tuple[Walks, str | None]:
    """Give what happens in the one interview with these answers, and the page where they run out, or None.

    It stops before a question that needs an answer and has none.
    """
    course = course_of(study)
    walks = Walks()
    state = State(GivenSoFar(course, {}))
    for entry in course.entries:
        if isinstance(entry, End):
            if entry.after not in state.steps:
                continue
            ended = evaluate(entry.condition, state.given)
            walks.moments.append(Moment(entry, state.given, ended=ended))
            if ended:
                walks.ended.append((state, entry))
                return walks, None
            continue
        if not evaluate(entry.step.condition, state.given):
            walks.moments.append(Moment(entry, state.given))
            continue
        shown = show(entry, state.given)
        walks.moments.append(Moment(entry, state.given, shown))
        given = taken(state.given, entry, shown, values)
        if not is_valid(entry, shown, values, given):
            return walks, entry.step.page
        walks.chosen.update(choices(shown, given))
        state = State(given, state.steps | {entry.step.id})
    walks.complete = [state]
    return walks, None


def show(asking: Asking, given: GivenSoFar) -> VisibleStep:
    """Give what of a step is visible."""
    options = tuple(option for option, condition in asking.options if evaluate(condition, given))
    rows = tuple(row for row, condition in asking.rows if evaluate(condition, given))
    seen = {row.id for row in rows}
    items = tuple(item for item in asking.items if item.row is None or item.row in seen)
    return VisibleStep(asking.step, asking.question, options, rows, items)


def taken(before: GivenSoFar, asking: Asking, shown: VisibleStep, values: Mapping[str, Value]) -> GivenSoFar:
    """Give what has been given once the step was answered with these values."""
    after = GivenSoFar(before.course, {**before.offered, **values})
    after.values = dict(before.values)
    after.asked_items = list(before.asked_items)
    after.take(make_variation(asking, shown).taking)
    return after


def is_valid(asking: Asking, shown: VisibleStep, values: Mapping[str, Value], given: GivenSoFar) -> bool:
    """Say whether the engine would let the page pass, as far as this step goes."""
    if lacks_answer(shown, given.values):
        return False
    for item in shown.items:
        if any(check_item(item, shown, values, given.values)):
            return False
        for variable in asking.variables[item.key]:
            if variable.name in values and any(check_value(variable, item, shown, values[variable.name])):
                return False
    return True


def choices(shown: VisibleStep, given: GivenSoFar) -> Iterator[tuple[str, str]]:
    """Give the options chosen at a step."""
    for item in shown.items:
        for option in item.option_ids:
            if option == given.values.get(item.key) or f"{item.key}.{option}" in given.values:
                yield shown.question.id, option
