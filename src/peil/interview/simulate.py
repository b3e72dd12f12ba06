"""Synthetic respondents, walked page by page through the real interview engine."""

from collections.abc import Iterator
from random import Random

from peil.interview.answer_problem import AnswerCode
from peil.interview.answers import Answers
from peil.interview.depends import changes_itself
from peil.interview.draw import Drawing
from peil.interview.interview import VisibleStep
from peil.interview.response import Response
from peil.interview.submit import page_variables
from peil.interview.validate import check_in_place
from peil.interview.walk import lacks_answer, to_response, walk
from peil.study.study import Study

TRIES = 20
"""How often a page that changes itself is answered anew before it is taken as it is."""


def simulate(study: Study, n: int, seed: int, break_off: float = 0.0) -> Iterator[Response]:
    """Give n synthetic responses; the same seed gives the same ones.

    Options are drawn by ``study.plan.probabilities``: of a single question in proportion to the weights; of
    a multi question each weight is the chance of a tick, taken relative to the largest where that is above
    1. What the plan doesn't name is never drawn where it names others, and evenly where it names none.

    Args:
        study: The study.
        n: How many.
        seed: Where drawing starts.
        break_off: Share of the interviews that are left, each before a page drawn evenly from its own.
    """
    for number in range(n):
        random = Random(f"{seed}/{number}")  # noqa: S311 - synthetic answers, no secret
        answers, pages = _fill_in(study, random)
        if random.random() < break_off and pages:
            answers = _leave(study, answers, pages[: random.randrange(len(pages))])
        yield to_response(study, f"s{number + 1}", answers, synthetic=True)


def _fill_in(study: Study, random: Random) -> tuple[Answers, list[str]]:
    """Answer page after page to the end; give the answers and the pages in the order submitted."""
    drawing = Drawing(study.codebook, study.plan.probabilities, random)
    answers = Answers()
    pages: list[str] = []
    while (page := (interview := walk(study, answers)).next_page) is not None:
        shown = interview.page(page)
        values = dict(answers.values)
        for step in shown.steps if shown else ():
            if page not in answers.pages or lacks_answer(step, interview.given):
                values.update(drawing.draw(step))
        if page in answers.pages and values == answers.values:
            raise RuntimeError(f"page {page} can't be answered: check the study before simulating it")
        pages.append(page)
        answers = Answers(values, answers.pages | {page})
        if changes_itself(study, page):
            answers = _mend(study, drawing, answers, page)
    return answers, list(dict.fromkeys(pages))


def _mend(study: Study, drawing: Drawing, answers: Answers, page: str) -> Answers:
    """Draw anew what a page changed by its own answers doesn't accept, such as ranks of what is gone."""
    names, variables = page_variables(study, page), study.codebook.variables
    for _ in range(TRIES):
        interview = walk(study, answers)
        given = {name: value for name, value in answers.values.items() if name in names}
        refused = {
            variables[problem.name].item if problem.name in variables else problem.name
            for problem in check_in_place(study, interview, page, given)
            if problem.code is not AnswerCode.REQUIRED
        }
        shown = interview.page(page)
        if not refused or shown is None:
            break
        kept = {name: value for name, value in answers.values.items() if name not in given}
        kept |= {name: value for name, value in given.items() if variables[name].item not in refused}
        for step in shown.steps:
            if any(item.key in refused for item in step.items):
                kept = {name: value for name, value in kept.items() if name not in _variables(step)}
                kept.update(drawing.draw(step))
        answers = Answers(kept, answers.pages)
    return answers


def _variables(step: VisibleStep) -> frozenset[str]:
    return frozenset(name for item in step.items for name in item.variables)


def _leave(study: Study, answers: Answers, pages: list[str]) -> Answers:
    kept = frozenset(name for page in pages for name in page_variables(study, page))
    values = {name: value for name, value in answers.values.items() if name in kept}
    return Answers(values, frozenset(pages))
