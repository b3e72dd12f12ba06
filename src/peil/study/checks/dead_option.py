"""Q055: dead option."""

from collections.abc import Iterator
from functools import partial

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.proved import reason
from peil.study.proof.encoding import Encoding
from peil.study.proof.formula import FALSE
from peil.study.proof.prover import prover_of
from peil.study.question import Kind, Question
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find options and columns that nobody can choose."""
    prover = prover_of(study)
    on_route = {step.question for step in study.route.steps}
    for question in study.questionnaire.questions:
        for option in question.options:
            if question.kind is Kind.SCALE and not option.missing:
                continue  # the label of a step
            if prover.can(choosing(prover.encoding, question, option.id)):
                continue
            asked, why = prover.can(prover.encoding.asked(question.id)), ""
            if asked:
                why = reason(study, partial(choosing, question=question, option=option.id))
            yield RULE.problem(
                option.span,
                f'Nobody can choose "{question.id}.{option.id}".{why}',
                hint="Change its condition or that of its question, or take it out.",
                got=f"{question.id}.{option.id}",
                follows=not asked and question.id in on_route,
            )


def choosing(encoding: Encoding, question: Question, option: str) -> int:
    """Give whether somebody chooses the option, in any row or repeat."""
    items = encoding.study.codebook.rows_of.get(question.id, ())
    return encoding.formula.any_of(encoding.answers.choices.get((key, option), FALSE) for key in items)


RULE = Rule(
    code="Q055",
    name="dead_option",
    severity=Severity.WARNING,
    summary="No interview shows this option or column so that it can be chosen.",
    why=(
        "The table will show it with nobody in it, as if it had been offered and refused. Its condition and"
        " that of its question exclude each other, perhaps through a question that the same people are "
        "never asked. Options of a question that nobody is asked are told too."
    ),
    bad="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

## help
if job is worker
Who helps you with AI?
- [ ] boss: My boss
- [ ] peers: Colleagues
- [ ] teacher: A teacher  {if job is student}
""",
    good="""\
# work: Your work

## job
What are you?
- ( ) student: Student
- ( ) worker: Worker

## help
Who helps you with AI?
- [ ] boss: My boss
- [ ] peers: Colleagues
- [ ] teacher: A teacher  {if job is student}
""",
)
