"""Q057: unreachable page."""

from collections.abc import Iterator
from functools import partial

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.lost_pages import lost_pages, visiting
from peil.study.checks.evidence.proved import nobody_is_left, reason
from peil.study.proof.prover import prover_of
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find pages with several questions that nobody comes to."""
    prover = prover_of(study)
    for page, questions in lost_pages(prover):
        why = reason(study, partial(visiting, page=page))
        yield RULE.problem(
            study.questionnaire.by_id[questions[0]].span,
            f"Nobody comes to the page with {', '.join(questions)}.{why}",
            hint="Change the condition that these questions share, or take the page out.",
            got=page,
            follows=nobody_is_left(prover, questions[0]),
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
