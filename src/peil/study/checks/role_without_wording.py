"""Q025: role without wording."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.parts import parts
from peil.study.checks.evidence.proved import first, with_walk
from peil.study.checks.evidence.seen import Part, seen
from peil.study.proof.prover import Prover, prover_of
from peil.study.question import Question
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find texts that have words for some roles only, while others get to see them too."""
    prover = prover_of(study)
    for question in study.questionnaire.questions:
        for part in (None, *parts(question)):
            yield from judge(prover, question, part)


def judge(prover: Prover, question: Question, part: Part) -> Iterator[Problem]:
    """Find the roles that somebody has who sees this, and that it has no words for."""
    wording, span = (part.wording, part.span) if part else (question.wording, question.span)
    if wording.default or not wording.by_role:
        return
    encoding = prover.encoding
    walks = {}
    for role in encoding.study.roles:
        if role.id in wording.by_role:
            continue
        for step in encoding.study.route.steps:
            if step.question == question.id and role.id not in walks:
                position = encoding.positions[step.id]
                literals = seen(encoding, step, part), encoding.role(role.id, position)
                if prover.can(*literals):
                    walks[role.id] = prover.walk(*literals, until=position)
    if walks:
        silent = list(walks)
        name = f"{question.id}.{part.id}" if part else question.id
        found = RULE.problem(
            span,
            f'"{name}" has no words for {", ".join(silent)}.',
            hint=f"Add a text for everyone, or one for {silent[0]}, or a condition that leaves them out.",
            got=", ".join(wording.by_role),
        )
        yield with_walk(found, first(walks.values()))


RULE = Rule(
    code="Q025",
    name="role_without_wording",
    severity=Severity.ERROR,
    summary="A text has words for some roles only, while respondents in another role get to see it too.",
    why="They would be shown an empty question, or an option without a label.",
    bad="""\
# use: Use of AI

## job
What are you?
- ( ) boss: Employer
- ( ) worker: Employee

## usage
  for employer: How often does your organisation use AI?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## job
What are you?
- ( ) boss: Employer
- ( ) worker: Employee

## usage
How often do you use AI at work?
  for employer: How often does your organisation use AI?
- ( ) often: Often
- ( ) never: Never
""",
    around={
        "study.toml": """\
[about]
title = "Use of AI at work"
languages = ["en"]

[roles]
employer = "job is boss"
other = "otherwise"
""",
    },
)
