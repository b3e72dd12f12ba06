"""What a page says to one respondent: the words of its questions, options and rows."""

from collections.abc import Iterable

from peil.interview.fill import part_label, shown_text
from peil.interview.interview import Interview
from peil.study.study import Study
from peil.study.text import Blank

Words = tuple[str, str, tuple[str, ...]]
"""Of which step, of which option or row (empty for the question itself), and its words; a blank is empty."""


def page_words(study: Study, interview: Interview, page: str, language: str) -> frozenset[Words]:
    """Give what the page says; nothing when it isn't on the route."""
    shown = interview.page(page)
    found: set[Words] = set()
    for step in shown.steps if shown else ():
        asked = shown_text(study, interview, step.question.wording, language, step.step)
        found.add((step.step.id, "", _plain(asked)))
        labels = [
            *((one.id, part_label(study, interview, one, language, step.step)) for one in step.options),
            *((one.id, part_label(study, interview, one, language, step.step)) for one in step.rows),
        ]
        found.update((step.step.id, part, _plain(label)) for part, label in labels)
    return frozenset(found)


def _plain(parts: Iterable[str | Blank]) -> tuple[str, ...]:
    return tuple(part if isinstance(part, str) else "" for part in parts)
