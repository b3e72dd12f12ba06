"""Pages whose own answers change what they show: a question, an option, a row, a wording, a fill."""

from dataclasses import dataclass

from peil.core.same import once_each
from peil.interview.course import Asking, course_of
from peil.interview.submit import page_variables
from peil.study.codebook import Codebook
from peil.study.expr.tree import reads
from peil.study.question import Option, Question, Row
from peil.study.study import Study
from peil.study.text import Wording


@once_each(most=4096)
def changes_itself(study: Study, page: str) -> bool:
    """Say whether an answer on the page can change what the same page shows."""
    course = course_of(study)
    askings = [entry for entry in course.entries if isinstance(entry, Asking) and entry.step.page == page]
    own = _own_names(study, page, askings)
    return any(not own.isdisjoint(_reads(study.codebook, asking, roles="role" in own)) for asking in askings)


@dataclass(frozen=True, slots=True)
class WordsRead:
    """Variables whose values a question's words show.

    Beside the role and what is visible, nothing else of an interview changes its words.

    Args:
        filled: Those that its fills can show.
        carried: Those with a respondent's own words that are a label, and stand in no fill.
    """

    filled: tuple[str, ...]
    carried: tuple[str, ...]


def words_read(study: Study, question: Question) -> WordsRead:
    """Give the variables whose values the question's words show, in any role, language or repeat."""
    names = {name for wording in _wordings(question) for name in _fills(wording)}
    filled = {shown for name in names for shown in _shown_by_fill(study, name)}
    return WordsRead(tuple(sorted(filled)), tuple(sorted(_carried(question) - filled)))


def _shown_by_fill(study: Study, name: str) -> set[str]:
    """Give what a fill of that name can show: the answer, and what was written beside an option or row."""
    keys = {name, *study.codebook.rows_of.get(name, ())}
    items = [study.codebook.items[key] for key in keys if key in study.codebook.items]
    found = {name}
    for item in items:
        found.update(item.variables)
        found.update(option.carried for option in item.options if option.carried)
    question = study.questionnaire.by_id.get(name)
    return found | _carried(question) if question else found


def _carried(question: Question) -> set[str]:
    parts: tuple[Option | Row, ...] = (*question.options, *question.rows)
    return {part.carried for part in parts if part.carried}


def _wordings(question: Question) -> tuple[Wording, ...]:
    options, rows = (one.wording for one in question.options), (one.wording for one in question.rows)
    return question.wording, *options, *rows


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
    for wording in _wordings(question):
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
