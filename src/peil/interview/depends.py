"""Pages whose own answers change what they show: a question, an option, a row, a wording, a fill."""

from functools import lru_cache

from peil.interview.course import Asking, Same, course_of
from peil.interview.submit import page_variables
from peil.study.expr.tree import ALWAYS, reads
from peil.study.study import Study
from peil.study.text import Wording


def changes_itself(study: Study, page: str) -> bool:
    """Say whether an answer on the page can change what the same page shows."""
    return _changes_itself(Same(study), page)


@lru_cache(maxsize=4096)
def _changes_itself(same: Same, page: str) -> bool:
    study = same.study
    course = course_of(study)
    askings = [entry for entry in course.entries if isinstance(entry, Asking) and entry.step.page == page]
    own = set(page_variables(study, page))
    for asking in askings:
        own |= {asking.step.id, asking.step.question, *(item.key for item in asking.items)}
    for one in study.plan.derived:
        if any(not own.isdisjoint(reads(each.condition.tree)) for each in one.classes):
            own.add(one.id)
    if any(asking.role_matters for asking in askings):
        own.add("role")
    return any(not own.isdisjoint(_reads(asking, roles="role" in own)) for asking in askings)


def _reads(asking: Asking, *, roles: bool) -> set[str]:
    """Give the names that decide what a question shows; ``role`` where it has words of a role's own."""
    found = set(asking.step.reads)
    question = asking.question
    parts = (*(one.wording for one in question.options), *(one.wording for one in question.rows))
    for _, condition in (*asking.options, *asking.rows):
        found |= reads(condition) if condition != ALWAYS else frozenset()
    for wording in (question.wording, *parts):
        found |= _fills(wording)
        if roles and wording.by_role:
            found.add("role")
    return found


def _fills(wording: Wording) -> set[str]:
    texts = [*wording.default.values(), *(text for by in wording.by_role.values() for text in by.values())]
    return {fill.name for text in texts for fill in text.fills}
