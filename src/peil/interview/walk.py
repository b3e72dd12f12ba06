"""The interview engine: answers in, pages, states and the next page out. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peil.interview.answers import Answers, Value
from peil.interview.given import GivenSoFar
from peil.interview.interview import COMPLETE, Interview, Page, VisibleStep, lacks
from peil.interview.leg import Leg
from peil.interview.response import Response
from peil.interview.states import States
from peil.interview.submit import submit
from peil.interview.way import Way, way_of
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class _Front:
    """What lies in front of a leg: the pages, and among them the one to be shown next, if any.

    Args:
        start: The leg.
        pages: The pages.
        next_page: The one to be shown next, if it is among them.
        last_page: The last one that was submitted with all before it.
        trail: What an earlier walk came by, leg by leg, as far as it went.
        touched: The legs that what is new can change; at the others that walk came by what this one does.
    """

    start: int
    pages: tuple[Page, ...]
    next_page: str | None
    last_page: str | None
    trail: tuple[Page | None, ...] = ()
    touched: frozenset[int] = frozenset()


NOWHERE = _Front(0, (), None, None)


def walk(study: Study, answers: Answers) -> Interview:
    """Walk the route with the answers given so far.

    Answers to what is off the route, or of options and rows that are not visible, are kept in ``answers``
    but don't count. A page is passed when it was submitted and nothing visible and required on it still
    lacks its answer. Items of pages up to ``last_page`` are answered, don't know or blank; those after it
    are left before.
    """
    way = way_of(study)
    return _walk(way, answers, GivenSoFar(way.course, answers.values), NOWHERE)


def walk_on(
    study: Study, before: Interview, page: str, values: Mapping[str, Value], *, passed: bool = True
) -> Interview:
    """Give the walk after a page was submitted: ``walk(study, submit(study, before.answers, page, …))``.

    What stands in front of the page is taken over from ``before``, a walk of the same study: nothing there
    can have changed. So is what stands behind it, where its answers change nothing and nothing was answered.
    """
    answers = submit(study, before.answers, page, values, passed=passed)
    way = way_of(study)
    given = GivenSoFar(way.course, answers.values)
    start = way.starts.get(page)
    if start is None or (before.early is not None and before.page(page) is None):
        return _walk(way, answers, given, NOWHERE)
    front = _front(way, before, page, start)
    given.resume(before.given, front.pages, way.leg_of, start)
    if start >= way.settled:
        given.take_role(before.role)
    return _walk(way, answers, given, front)


def to_response(study: Study, response_id: str, answers: Answers, *, synthetic: bool = False) -> Response:
    """Give an interview as it is kept."""
    interview = walk(study, answers)
    return Response(response_id, answers, interview.last_page, interview.outcome, synthetic)


def pages_without_ends(study: Study, answers: Answers) -> tuple[Page, ...]:
    """Give the pages that would be on the route if no early end held."""
    way = way_of(study, endless=True)
    return _walk(way, answers, GivenSoFar(way.course, answers.values), NOWHERE).pages


def lacks_answer(shown: VisibleStep, values: Mapping[str, Value]) -> bool:
    """Say whether a visible question still needs an answer.

    An open row needs one when the respondent gave it a name. What is asked beside an option is never
    required.
    """
    return any(lacks(need, values) for need in shown.needs)


def _front(way: Way, before: Interview, page: str, start: int) -> _Front:
    """Give what of a walk lies in front of a leg."""
    number = 0
    waiting = False
    for shown in before.pages:
        if way.starts[shown.id] >= start:
            break
        waiting = waiting or shown.id == before.next_page
        number += 1
    pages = before.pages[:number]
    trail, touched = before.trail, way.touched[page]
    if waiting:
        return _Front(start, pages, before.next_page, before.last_page, trail, touched)
    return _Front(start, pages, None, pages[-1].id if pages else None, trail, touched)


def _walk(way: Way, answers: Answers, given: GivenSoFar, front: _Front) -> Interview:
    """Walk on from what lies in front."""
    pages = list(front.pages)
    next_page, last_page = front.next_page, front.last_page
    submitted, values, early = answers.pages, given.values, None
    old, touched, known = front.trail, front.touched, len(front.trail)
    trail = [*old[: front.start]]
    offered, asked = given.offered_names, given.asked_items
    for place in range(front.start, len(way.legs)):
        leg = way.legs[place]
        if place in touched or place >= known or not offered.isdisjoint(leg.names):
            page = leg.pass_by(given)
        elif (page := old[place]) is not None:
            asked.append(page.items)
        trail.append(page)
        if page is not None:
            if next_page is None:
                if page.id not in submitted:
                    next_page = page.id
                else:
                    last_page = page.id
                    if page.lacks_answer(values):
                        next_page = page.id
            if leg.joins and pages and pages[-1].id == page.id:
                page = Page(page.id, pages.pop().steps + page.steps)
            pages.append(page)
        if leg.ends and (early := _early_end(leg, pages, given)):
            break
    route = tuple(pages)
    return Interview(
        answers,
        values,
        given.role(),
        route,
        States(given, route, next_page, submitted),
        next_page,
        last_page,
        None if next_page else early or COMPLETE,
        early,
        tuple(trail),
    )


def _early_end(leg: Leg, pages: Sequence[Page], given: GivenSoFar) -> str | None:
    """Give the outcome of the early end that holds right after a leg, or None."""
    for end, holds in leg.ends:
        asked = any(step.step.id == end.after for page in reversed(pages) for step in page.steps)
        if asked and holds(given):
            return end.outcome
    return None
