"""The parts of itself that a page shows; its form names them, so that what came up since can be told.

A question is a part, named by its step's id (``ability``). Where answers on the page change what it shows, a
row or an option with a condition is one too: ``ability/grants``, ``ability:worse``.
"""

from peil.core.same import once_each
from peil.interview.course import Asking, course_of
from peil.interview.depends import changes_itself
from peil.interview.interview import Page
from peil.study.study import Study


def shown_parts(study: Study, page: Page) -> frozenset[str]:
    """Give the names of the parts that are shown."""
    return _shown_parts(page, _conditional(study, page.id))


@once_each(most=4096)
def _shown_parts(page: Page, conditional: frozenset[str]) -> frozenset[str]:
    found = {shown.step.id for shown in page.steps}
    for shown in page.steps:
        named = [f"{shown.step.id}/{row.id}" for row in shown.rows]
        named += [f"{shown.step.id}:{option.id}" for option in shown.options]
        found.update(conditional.intersection(named))
    return frozenset(found)


@once_each(most=4096)
def possible_parts(study: Study, page_id: str) -> frozenset[str]:
    """Give the name of every part that the page can show."""
    steps = (step.id for step in study.route.steps if step.page == page_id)
    return frozenset(steps) | _conditional(study, page_id)


def step_of_part(part: str) -> str:
    """Give the step that a part belongs to."""
    return part.partition("/")[0].partition(":")[0]


@once_each(most=4096)
def _conditional(study: Study, page_id: str) -> frozenset[str]:
    """Name the rows and options that are not always there, on a page that changes itself."""
    if not changes_itself(study, page_id):
        return frozenset()
    found: set[str] = set()
    for asking in course_of(study).entries:
        if isinstance(asking, Asking) and asking.step.page == page_id:
            step = asking.step.id
            found.update(f"{step}/{row.id}" for row in asking.question.rows if row.condition)
            found.update(f"{step}:{option.id}" for option in asking.question.options if option.condition)
    return frozenset(found)
