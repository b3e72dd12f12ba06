"""One interview as fieldwork counts it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from peil.fieldwork.straight import MatrixAnswer, matrix_answers
from peil.interview.answers import Answers, Value
from peil.interview.interview import COMPLETE, Interview
from peil.interview.private import is_private
from peil.interview.state import State
from peil.interview.submit import submitted_values
from peil.interview.walk import walk
from peil.store.kept import Kept
from peil.study.codebook import Item
from peil.study.question import Kind
from peil.study.quota import QUOTA_FULL
from peil.study.study import Study

GIVEN = frozenset({State.ANSWERED, State.DONT_KNOW})


@dataclass(frozen=True)
class Case:
    """One interview, with what its answers come to but without the answers.

    Args:
        kept: The interview as the store has it, its answers taken out: counting needs them no more.
        outcome: ``complete``, ``quota_full``, the outcome of an early end, or None where it isn't finished.
        came_to: Pages that it came to, in order; the one that it stands at is the last.
        at: Page that it stands at, or None where it has ended.
        reached: It passed the page of the plan's analysis point; False where the plan names none.
        questions: Questions that were asked on the pages passed, notices aside.
        items: Items answered, "don't know" included, contact details aside.
        likeness: Hash of all answers that count, contact details aside: equal answers have an equal one.
        matrices: How its matrices were answered.
        role: The respondent's role.
    """

    kept: Kept
    outcome: str | None
    came_to: tuple[str, ...]
    at: str | None
    reached: bool
    questions: int
    items: int
    likeness: str
    matrices: tuple[MatrixAnswer, ...]
    role: str


def make_case(study: Study, kept: Kept, point: str | None) -> Case:
    """Give an interview as fieldwork counts it.

    Args:
        study: The study as the interview's version has it.
        kept: The interview.
        point: Question that has to be reached for an interview to be analysed, or None.
    """
    interview = walk(study, Answers(submitted_values(study, kept.answers), kept.answers.pages))
    outcome = QUOTA_FULL if kept.full else interview.outcome
    passed = _passed(interview)
    at = None if outcome else interview.next_page
    asked = [step for page in interview.pages if page.id in passed for step in page.steps]
    return Case(
        kept=without_answers(kept),
        outcome=outcome,
        came_to=(*passed, at) if at else passed,
        at=at,
        reached=_reached(study, interview, point),
        questions=sum(step.question.kind is not Kind.NOTICE for step in asked),
        items=sum(_is_given(interview, item) for step in asked for item in step.items),
        likeness=_likeness(study, interview.given),
        matrices=matrix_answers(interview, asked),
        role=interview.role,
    )


def without_answers(kept: Kept) -> Kept:
    """Give an interview with all that is kept of it but the answers."""
    return replace(kept, answers=Answers(), changed={})


def _is_given(interview: Interview, item: Item) -> bool:
    return item.kind is not Kind.CONTACT and interview.states[item.key] in GIVEN


def _passed(interview: Interview) -> tuple[str, ...]:
    pages = [page.id for page in interview.pages]
    return tuple(pages if interview.next_page is None else pages[: pages.index(interview.next_page)])


def _reached(study: Study, interview: Interview, point: str | None) -> bool:
    """Say whether the page of the analysis point was passed, asked or not (as ``data`` has it)."""
    pages = study.route.pages
    page = next((step.page for step in study.route.steps if step.question == point), None)
    if page is None or interview.last_page is None:
        return False
    if interview.next_page is None:
        return interview.outcome == COMPLETE
    return pages.index(interview.next_page) > pages.index(page)


def _likeness(study: Study, given: Mapping[str, Value]) -> str:
    told = sorted((name, str(value)) for name, value in given.items() if not is_private(study, name))
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
