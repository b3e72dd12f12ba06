"""Answers to a page checked against what the page asks: the gate before they are kept."""

from collections.abc import Iterator, Mapping

from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Value
from peil.interview.check_item import TOGETHER, check_item
from peil.interview.check_value import check_value
from peil.interview.interview import Interview, VisibleStep, lacks
from peil.interview.submit import page_variables
from peil.interview.walk import walk_on
from peil.study.study import Study


def check_answers(
    study: Study, interview: Interview, page: str, values: Mapping[str, Value]
) -> tuple[AnswerProblem, ...]:
    """Check the values submitted for a page, which stand for all of its variables.

    What is visible is decided with these values in place, so a question that appears on the page through
    an answer given there is looked at too.
    """
    values = {name: value for name, value in values.items() if value is not False and value != ""}
    after = walk_on(study, interview, page, values)
    return check_in_place(study, after, page, values)


def check_in_place(
    study: Study, after: Interview, page: str, values: Mapping[str, Value]
) -> tuple[AnswerProblem, ...]:
    """Check a page's values, none empty, given the interview ``after`` they were put in place."""
    shown = after.page(page)
    known = page_variables(study, page) if shown else frozenset()
    visible = shown.items if shown else {}
    variables = study.codebook.variables
    problems = [AnswerProblem(AnswerCode.NOT_ON_PAGE, name) for name in values if name not in known]
    problems += [
        AnswerProblem(AnswerCode.HIDDEN_ROW, name)
        for name in values
        if name in known and variables[name].item not in visible
    ]
    for step in shown.steps if shown else ():
        problems.extend(_check_step(study, step, values, after.given))
    return tuple(problems)


def _check_step(
    study: Study, step: VisibleStep, values: Mapping[str, Value], given: Mapping[str, Value]
) -> Iterator[AnswerProblem]:
    wrong: set[str] = set()
    for item in step.items:
        for name in item.variables:
            if name in values:
                for problem in check_value(study.codebook.variables[name], item, step, values[name]):
                    wrong.add(item.key)
                    yield problem
        if item.kind in TOGETHER:
            for problem in check_item(item, step, values, given):
                wrong.add(item.key)
                yield problem
    for need in step.needs:
        if need.item not in wrong and lacks(need, given):
            yield AnswerProblem(AnswerCode.REQUIRED, need.item)
