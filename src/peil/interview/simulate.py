"""Synthetic respondents, walked page by page through the real interview engine."""

from collections.abc import Iterator
from random import Random

from peil.interview.answers import Answers
from peil.interview.draw import Drawing
from peil.interview.response import Response
from peil.interview.submit import page_variables
from peil.interview.walk import lacks_answer, to_response, walk
from peil.study.study import Study


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
    return answers, list(dict.fromkeys(pages))


def _leave(study: Study, answers: Answers, pages: list[str]) -> Answers:
    kept = frozenset(name for page in pages for name in page_variables(study, page))
    values = {name: value for name, value in answers.values.items() if name in kept}
    return Answers(values, frozenset(pages))
