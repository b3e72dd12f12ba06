"""The interview engine: answers in, pages, states and the next page out. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from peil.interview.answers import Answers, Value
from peil.interview.course import Asking, Course, course_of
from peil.interview.given import GivenSoFar
from peil.interview.interview import COMPLETE, Interview, Page, VisibleStep
from peil.interview.response import Response
from peil.interview.state import State
from peil.study.codebook import Item
from peil.study.expr.evaluate import evaluate
from peil.study.question import Kind
from peil.study.route import End
from peil.study.study import Study


def walk(study: Study, answers: Answers) -> Interview:
    """Walk the route with the answers given so far.

    Answers to what is off the route, or of options and rows that are not visible, are kept in ``answers``
    but don't count. A page is passed when it was submitted and nothing visible and required on it still
    lacks its answer. Items of pages up to ``last_page`` are answered, don't know or blank; those after it
    are left before.
    """
    course = course_of(study)
    given = GivenSoFar(course, answers.values)
    pages, early = _pages(course, given)
    states = dict.fromkeys(course.asked_items, State.NOT_ASKED)
    next_page, last_page = None, None
    for page in pages:
        if next_page is None:
            submitted = page.id in answers.pages
            last_page = page.id if submitted else last_page
            if not submitted or any(lacks_answer(step, given.values) for step in page.steps):
                next_page = page.id
            reached = submitted
        else:
            reached = False
        for step in page.steps:
            for item in step.items:
                states[item.key] = state_of(item, given.values) if reached else State.LEFT_BEFORE
    for name in course.derived:
        states[name] = State.NOT_ASKED if given.chosen(name) is None else State.ANSWERED
    outcome = None if next_page else early or COMPLETE
    return Interview(answers, given.values, given.role(), pages, states, next_page, last_page, outcome)


def to_response(study: Study, response_id: str, answers: Answers, *, synthetic: bool = False) -> Response:
    """Give an interview as it is kept."""
    interview = walk(study, answers)
    return Response(response_id, answers, interview.last_page, interview.outcome, synthetic)


def pages_without_ends(study: Study, answers: Answers) -> tuple[Page, ...]:
    """Give the pages that would be on the route if no early end held."""
    course = course_of(study)
    endless = replace(course, entries=tuple(entry for entry in course.entries if isinstance(entry, Asking)))
    return _pages(endless, GivenSoFar(endless, answers.values))[0]


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


def lacks_answer(shown: VisibleStep, values: Mapping[str, Value]) -> bool:
    """Say whether a visible question still needs an answer.

    An open row needs one when the respondent gave it a name. What is asked beside an option is never
    required.
    """
    if shown.question.optional or shown.question.kind is Kind.NOTICE:
        return False
    unnamed = {
        f"{shown.step.id}.{row.id}"
        for row in shown.rows
        if row.open and f"{shown.step.id}.{row.id}.text" not in values
    }
    return any(state_of(item, values) is State.BLANK for item in shown.items if item.key not in unnamed)


def _pages(course: Course, given: GivenSoFar) -> tuple[tuple[Page, ...], str | None]:
    """Give the pages on the route, and the outcome of the early end that it comes to, or None."""
    found: list[tuple[str, list[VisibleStep]]] = []
    asked: set[str] = set()
    for entry in course.entries:
        if isinstance(entry, End):
            if entry.after in asked and evaluate(entry.condition, given):
                return _closed(found), entry.outcome
        elif evaluate(entry.step.condition, given):
            asked.add(entry.step.id)
            if not found or found[-1][0] != entry.step.page:
                found.append((entry.step.page, []))
            found[-1][1].append(_show(entry, given))
    return _closed(found), None


def _closed(found: Sequence[tuple[str, list[VisibleStep]]]) -> tuple[Page, ...]:
    return tuple(Page(page, tuple(steps)) for page, steps in found)


def _show(asking: Asking, given: GivenSoFar) -> VisibleStep:
    """Give what of a step is visible, and take over the answers to it."""
    options, rows, items = asking.all_options, asking.all_rows, asking.items
    if options is None:
        options = tuple(option for option, condition in asking.options if evaluate(condition, given))
    if rows is None:
        rows = tuple(row for row, condition in asking.rows if evaluate(condition, given))
        seen = {row.id for row in rows}
        items = tuple(item for item in items if item.row is None or item.row in seen)
    given.take(asking, items, options, rows)
    return VisibleStep(asking.step, asking.question, options, rows, items)
