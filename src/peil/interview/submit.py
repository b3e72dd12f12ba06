"""A page submitted: answers before, and the page's values, to answers after."""

from collections.abc import Mapping

from peil.interview.answers import Answers, Value
from peil.study.study import Study


def submit(study: Study, answers: Answers, page: str, values: Mapping[str, Value]) -> Answers:
    """Give the answers after a page was submitted with these values, which stand for all of its variables."""
    replaced = page_variables(study, page)
    kept = {name: value for name, value in answers.values.items() if name not in replaced}
    return Answers({**kept, **values}, answers.pages | {page})


def page_variables(study: Study, page: str) -> frozenset[str]:
    """Give the names of the variables that a page can ask."""
    steps = {step.id for step in study.route.steps if step.page == page}
    items = study.codebook.items.values()
    return frozenset(name for item in items if item.step in steps for name in item.variables)
