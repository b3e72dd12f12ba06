"""Values of what the page's own answers hide, taken out before they are judged.

Without JavaScript a form still holds a follow-up question whose reason has just been answered away. What
was answered there isn't asked any more, and is no mistake of the respondent's.
"""

from collections.abc import Mapping

from peil.interview.answers import Answers, Value
from peil.interview.depends import changes_itself
from peil.interview.interview import Page, VisibleStep
from peil.interview.submit import submit
from peil.interview.walk import walk
from peil.study.codebook import ValueKind
from peil.study.study import Study


def visible_values(
    study: Study, answers: Answers, page: str, values: Mapping[str, Value]
) -> dict[str, Value]:
    """Give the values without those of questions, rows and options that the page, answered so, doesn't show.

    A page whose answers change nothing on it keeps all: what it doesn't show was never on its form, or was
    taken off by another page, and the respondent is told.
    """
    if not changes_itself(study, page):
        return dict(values)
    return values_on(study, walk(study, submit(study, answers, page, values)).page(page), values)


def values_on(study: Study, page: Page | None, values: Mapping[str, Value]) -> dict[str, Value]:
    """Give the values of what the page shows of its questions, rows and options."""
    items = page.items if page else {}
    return {name: value for name, value in values.items() if _is_visible(study, items, name, value)}


def _is_visible(study: Study, items: Mapping[str, VisibleStep], name: str, value: Value) -> bool:
    variable = study.codebook.variables.get(name)
    if variable is None:
        return True
    step = items.get(variable.item)
    if step is None:
        return False
    chosen = value if variable.value in {ValueKind.OPTION, ValueKind.STEP} else variable.option
    return chosen in step.option_ids or all(option.id != chosen for option in step.question.options)
