"""A page submitted: answers before, and the page's values, to answers after."""

from collections.abc import Mapping

from peil.interview.answers import Answers, Value
from peil.interview.course import course_of
from peil.study.study import Study

NO_NAMES: frozenset[str] = frozenset()


def submit(
    study: Study, answers: Answers, page: str, values: Mapping[str, Value], *, passed: bool = True
) -> Answers:
    """Give the answers after a page was submitted with these values, which stand for all of its variables.

    A page that is not ``passed`` (left for an earlier one, or grown by a question that its answers brought
    up) keeps its values and is asked again.
    """
    kept = dict(answers.values)
    for name in page_variables(study, page) & kept.keys():
        del kept[name]
    kept.update(values)
    pages = answers.pages | {page} if passed else answers.pages - {page}
    return Answers(kept, pages)


def page_variables(study: Study, page: str) -> frozenset[str]:
    """Give the names of the variables that a page can ask."""
    return course_of(study).page_sets.get(page, NO_NAMES)


def submitted_values(study: Study, answers: Answers) -> Mapping[str, Value]:
    """Give the values of submitted pages alone: what stands on a page that was left unfinished is out."""
    given = frozenset(name for page in answers.pages for name in page_variables(study, page))
    return {name: value for name, value in answers.values.items() if name in given}
