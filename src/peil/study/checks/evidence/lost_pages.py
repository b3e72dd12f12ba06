"""Pages with several questions that nobody comes to."""

from collections.abc import Iterator

from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import Prover


def lost_pages(prover: Prover) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the pages with several questions that nobody comes to, with these questions."""
    steps = prover.study.route.steps
    for page in prover.study.route.pages:
        questions = tuple(dict.fromkeys(step.question for step in steps if step.page == page))
        if len(questions) > 1 and not prover.can(visiting(prover.encoding, page)):
            yield page, questions


def questions_of_lost_pages(prover: Prover) -> Iterator[str]:
    """Give the questions that are told with their page."""
    for _, questions in lost_pages(prover):
        yield from questions


def visiting(encoding: Encoding, page: str) -> int:
    """Give whether something on the page is asked."""
    return encoding.formula.any_of(
        encoding.steps[step.id] for step in encoding.study.route.steps if step.page == page
    )
