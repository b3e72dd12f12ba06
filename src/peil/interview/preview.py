"""Any page as any role sees it, before anyone has answered: for the researcher who checks the wording."""

from dataclasses import replace

from peil.interview.answers import Answers
from peil.interview.course import Asking, course_of
from peil.interview.interview import Interview, Page, VisibleStep
from peil.interview.walk import walk
from peil.study.study import Study


def preview(study: Study, role: str) -> Interview:
    """Give an interview without answers in which every page is on the route, with all of its questions.

    Every option and row is visible too, whatever its condition; fills show their fallback.
    """
    pages: dict[str, list[VisibleStep]] = {}
    for entry in course_of(study).entries:
        if isinstance(entry, Asking):
            shown = VisibleStep(
                entry.step, entry.question, entry.question.options, entry.question.rows, entry.items
            )
            pages.setdefault(entry.step.page, []).append(shown)
    found = tuple(Page(page, tuple(steps)) for page, steps in pages.items())
    return replace(walk(study, Answers()), role=role, pages=found)
