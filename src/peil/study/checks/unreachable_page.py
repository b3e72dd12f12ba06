"""Q057: unreachable page."""

from collections.abc import Iterator
from functools import partial

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.proved import reason
from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import Prover, prover_of
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find pages with several questions that nobody comes to."""
    for page, questions in lost_pages(prover_of(study)):
        why = reason(study, partial(visiting, page=page))
        yield RULE.problem(
            study.questionnaire.by_id[questions[0]].span,
            f"Nobody comes to the page with {', '.join(questions)}.{why}",
            hint="Change the condition that these questions share, or take the page out.",
            got=page,
        )


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


RULE = Rule(
    code="Q057",
    name="unreachable_page",
    severity=Severity.ERROR,
    summary="No interview comes to a page with several questions.",
    why=(
        "A whole page is lost at once: mostly its section's condition, or an early end before it, is wrong."
        " The questions on it are told with it."
    ),
    bad="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

# school: Your school  {one page}
if job is student and job is worker

## which
Where do you study? ____

## years
How many years have you studied? ___ [0..20]
""",
    good="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

# school: Your school  {one page}
if job is student

## which
Where do you study? ____

## years
How many years have you studied? ___ [0..20]
""",
)
