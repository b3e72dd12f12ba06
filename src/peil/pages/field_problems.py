"""Everything wrong with a page as sent, in the order in which its questions stand."""

from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.interview import Interview
from peil.interview.submit import submit
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.pages.page_fields import page_fields
from peil.pages.read_form import ReadForm
from peil.study.study import Study

SPOILT = frozenset({AnswerCode.REQUIRED, AnswerCode.TOO_FEW, AnswerCode.BAD_RANK})
"""What an item seems to be when one of its values couldn't be read: something was filled in all the same."""


def all_problems(
    study: Study, interview: Interview, page_id: str, read: ReadForm
) -> tuple[AnswerProblem, ...]:
    """Give what couldn't be read and what ``check_answers`` finds, item by item, in the page's order.

    What couldn't be read in a question that these answers take off the page is no problem: it isn't asked.
    An item with something unreadable isn't also told to be incomplete.
    """
    unreadable = _asked(study, interview, page_id, read)
    spoilt = {item_of(study, problem.name) for problem in unreadable}
    checked = [
        problem
        for problem in check_answers(study, interview, page_id, read.values)
        if not (problem.code in SPOILT and problem.name in spoilt)
    ]
    place = _places(study, page_id)
    last = len(place)
    return tuple(
        sorted((*unreadable, *checked), key=lambda one: place.get(item_of(study, one.name) or "", last))
    )


def item_of(study: Study, name: str) -> str | None:
    """Give the key of the item that a problem is about; it names the item or one of its variables."""
    if name in study.codebook.items:
        return name
    variable = study.codebook.variables.get(name)
    return variable.item if variable else None


def _asked(study: Study, interview: Interview, page_id: str, read: ReadForm) -> tuple[AnswerProblem, ...]:
    if not read.problems:
        return ()
    page = walk(study, submit(study, interview.answers, page_id, read.values)).page(page_id)
    asked = {item.key for step in (page.steps if page else ()) for item in step.items}
    return tuple(problem for problem in read.problems if item_of(study, problem.name) in asked)


def _places(study: Study, page_id: str) -> dict[str, int]:
    """Give item key to its place on the page."""
    found: dict[str, int] = {}
    for one in page_fields(study, page_id).values():
        found.setdefault(one.item.key, len(found))
    return found
