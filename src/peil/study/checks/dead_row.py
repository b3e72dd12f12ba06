"""Q056: dead row."""

from collections.abc import Iterator
from functools import partial

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.proved import reason
from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import prover_of
from peil.study.question import Kind, Question
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find rows and contact fields that nobody is shown."""
    prover = prover_of(study)
    on_route = {step.question for step in study.route.steps}
    for question in study.questionnaire.questions:
        part = "field" if question.kind is Kind.CONTACT else "row"
        for row in question.rows:
            if prover.can(showing(prover.encoding, question, row.id)):
                continue
            asked, why = prover.can(prover.encoding.asked(question.id)), ""
            if asked:
                why = reason(study, partial(showing, question=question, row=row.id))
            yield RULE.problem(
                row.span,
                f'Nobody is shown {part} "{question.id}.{row.id}".{why}',
                hint="Change its condition or that of its question, or take it out.",
                got=f"{question.id}.{row.id}",
                follows=not asked and question.id in on_route,
            )


def showing(encoding: Encoding, question: Question, row: str) -> int:
    """Give whether somebody is shown the row, in any repeat."""
    steps = [step.id for step in encoding.study.route.steps if step.question == question.id]
    answers = encoding.answers
    if question.kind is Kind.CONTACT:
        return encoding.formula.any_of(answers.filled[f"{step}.{row}"] for step in steps)
    return encoding.formula.any_of(answers.asked[f"{step}.{row}"] for step in steps)


RULE = Rule(
    code="Q056",
    name="dead_row",
    severity=Severity.WARNING,
    summary="No interview shows this row of a matrix, or this contact field.",
    why=(
        "Nobody answers it, so it has no table and no bar in its figure. Its condition and that of its "
        "question exclude each other."
    ),
    bad="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

## ability  {matrix}
if job is worker
How well does AI do this?
columns
- ( ) worse: Worse than I do
- ( ) better: Better than I do
rows
- mail: Writing mail
- thesis: Writing a thesis  {if job is student}
""",
    good="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

## ability  {matrix}
How well does AI do this?
columns
- ( ) worse: Worse than I do
- ( ) better: Better than I do
rows
- mail: Writing mail
- thesis: Writing a thesis  {if job is student}
""",
)
