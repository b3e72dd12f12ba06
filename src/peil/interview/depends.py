"""Pages whose own answers change what they show: a question, an option, a row, a wording, a fill."""

from functools import lru_cache

from peil.core.same import Same
from peil.interview.course import Asking, course_of
from peil.interview.submit import page_variables
from peil.study.codebook import Codebook
from peil.study.expr.tree import reads
from peil.study.study import Study
from peil.study.text import Wording


def changes_itself(study: Study, page: str) -> bool:
    """Say whether an answer on the page can change what the same page shows."""
    return _changes_itself(Same(study), page)


@lru_cache(maxsize=4096)
def _changes_itself(same: Same[Study], page: str) -> bool:
    study = same.value
    course = course_of(study)
    askings = [entry for entry in course.entries if isinstance(entry, Asking) and entry.step.page == page]
    own = _own_names(study, page, askings)
    return any(not own.isdisjoint(_reads(study.codebook, asking, roles="role" in own)) for asking in askings)


def _own_names(study: Study, page: str, askings: list[Asking]) -> set[str]:
    """Give every name that an answer on the page can change: variables, items, derived ones, the role."""
    own = set(page_variables(study, page))
    for asking in askings:
        own |= {asking.step.id, asking.step.question, *(item.key for item in asking.items)}
    if any(asking.role_matters for asking in askings):
        own.add("role")
    for one in study.plan.derived:
        if any(not own.isdisjoint(reads(each.condition.tree)) for each in one.classes):
            own.add(one.id)
    return own


def _reads(codebook: Codebook, asking: Asking, *, roles: bool) -> set[str]:
    """Give the names that decide what a question shows; ``role`` where it has words of a role's own.

    A fill shows an option's label, which can be in a role's words too.
    """
    found = set(asking.step.reads)
    question = asking.question
    parts = [(one.wording, one.carried) for one in question.options]
    parts += [(one.wording, one.carried) for one in question.rows]
    for _, condition in (*asking.options, *asking.rows):
        found |= reads(condition)
    for wording in (question.wording, *(part for part, _ in parts)):
        fills = _fills(wording)
        found |= fills
        if roles and (wording.by_role or any(_is_in_roles_words(codebook, name) for name in fills)):
            found.add("role")
    return found | {carried for _, carried in parts if carried}


def _is_in_roles_words(codebook: Codebook, name: str) -> bool:
    """Say whether what a fill shows may be worded for a role; a matrix's rows, filled in by a repeat, may."""
    item = codebook.items.get(name)
    return name in codebook.rows_of if item is None else any(one.wording.by_role for one in item.options)


def _fills(wording: Wording) -> set[str]:
    texts = [*wording.default.values(), *(text for by in wording.by_role.values() for text in by.values())]
    return {fill.name for text in texts for fill in text.fills}
