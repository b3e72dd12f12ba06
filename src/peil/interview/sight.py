"""What a page shows of itself, in marks that its form carries along: what came up since is told by them."""

from functools import lru_cache

from peil.interview.course import Asking, Same, course_of
from peil.interview.depends import changes_itself
from peil.interview.interview import Page
from peil.study.study import Study


def marks_of(study: Study, page: Page) -> frozenset[str]:
    """Give the marks of what is shown.

    A question's mark is its step's id (``ability``). Where answers on the page change what it shows, rows
    and options that have a condition have one too: ``ability/grants``, ``ability:worse``.
    """
    parts = _conditional(Same(study), page.id)
    found = {shown.step.id for shown in page.steps}
    for shown in page.steps:
        found.update(mark for row in shown.rows if (mark := f"{shown.step.id}/{row.id}") in parts)
        found.update(mark for option in shown.options if (mark := f"{shown.step.id}:{option.id}") in parts)
    return frozenset(found)


def marks_possible(study: Study, page_id: str) -> frozenset[str]:
    """Give every mark that a form of the page can carry."""
    steps = (step.id for step in study.route.steps if step.page == page_id)
    return frozenset(steps) | _conditional(Same(study), page_id)


def step_marked(mark: str) -> str:
    """Give the step that a mark is of."""
    return mark.partition("/")[0].partition(":")[0]


@lru_cache(maxsize=4096)
def _conditional(same: Same, page_id: str) -> frozenset[str]:
    """Give the marks of the rows and options that are not always there, on a page that changes itself."""
    study = same.study
    if not changes_itself(study, page_id):
        return frozenset()
    found: set[str] = set()
    for asking in course_of(study).entries:
        if isinstance(asking, Asking) and asking.step.page == page_id:
            step = asking.step.id
            found.update(f"{step}/{row.id}" for row in asking.question.rows if row.condition)
            found.update(f"{step}:{option.id}" for option in asking.question.options if option.condition)
    return frozenset(found)
