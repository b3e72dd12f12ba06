"""Q054: unreachable question."""

from collections.abc import Iterator
from functools import partial

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.lost_pages import questions_of_lost_pages
from peil.study.checks.evidence.proved import excluded_by, nobody_is_left, say_excluded
from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import prover_of
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find questions that nobody can be asked; those of a page that nobody comes to are told as that page."""
    prover = prover_of(study)
    single = {step.question for step in study.route.steps} - set(questions_of_lost_pages(prover))
    told: list[frozenset[str]] = []
    for question in study.questionnaire.questions:
        if question.id in single and not prover.can(prover.encoding.asked(question.id)):
            excluding = excluded_by(study, partial(Encoding.asked, question=question.id))
            yield RULE.problem(
                question.span,
                f'Nobody can be asked "{question.id}".{say_excluded(study, excluding)}',
                hint="Change one of these conditions, or take the question out.",
                got=question.id,
                follows=any(one and one < set(excluding) for one in told)
                or nobody_is_left(prover, question.id),
            )
            told.append(frozenset(excluding))


RULE = Rule(
    code="Q054",
    name="unreachable_question",
    severity=Severity.ERROR,
    summary="No interview comes to this question, whatever is answered.",
    why=(
        "It looks as if it is asked, and its table will be empty. Mostly a condition names the wrong "
        "question or option, or reads an answer that the same people are never asked for. What is told is "
        "the smallest set of conditions that excludes it: changing one of them is enough."
    ),
    bad="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

## hours
if job is worker
How many hours a week do you work? ___ [0..60]

## tired
if job is student and hours > 40
Does work leave you time to study?
- ( ) yes: Yes
- ( ) no: No
""",
    good="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

## hours
How many hours a week do you work? ___ [0..60]

## tired
if job is student and hours > 40
Does work leave you time to study?
- ( ) yes: Yes
- ( ) no: No
""",
)
