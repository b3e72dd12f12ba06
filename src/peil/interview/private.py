"""Contact details taken out of a page's values: they are kept apart from the answers."""

from collections.abc import Mapping

from peil.interview.answers import Value
from peil.study.study import Study

KEPT_APART = "•"
"""Stands among the answers for a contact detail that was given: the interview knows that, not what."""


def set_apart(study: Study, values: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, str]]:
    """Split a page's values into answers, with a mark for each contact detail, and the details themselves."""
    answers: dict[str, Value] = {}
    details: dict[str, str] = {}
    for name, value in values.items():
        if not is_private(study, name):
            answers[name] = value
        elif isinstance(value, str) and value.strip():
            answers[name] = KEPT_APART
            if value != KEPT_APART:
                details[name] = value
    return answers, details


def is_private(study: Study, name: str) -> bool:
    """Say whether a variable holds a contact detail."""
    variable = study.codebook.variables.get(name)
    return variable is not None and variable.private
