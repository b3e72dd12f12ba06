"""Q025: role without wording."""

from collections.abc import Iterator, Sequence

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks.evidence.audience import Audience, audiences, can_hold
from peil.study.checks.evidence.parts import parts
from peil.study.expr.condition import Condition
from peil.study.study import Study
from peil.study.text import Wording


def check(study: Study) -> Iterator[Problem]:
    """Find texts that have words for some roles only, while others get to see them too."""
    known = tuple(audiences(study))
    sections = study.questionnaire.sections_by_id
    for question in study.questionnaire.questions:
        section = sections.get(question.section)
        shown = (section.condition if section else None, question.condition)
        yield from judge(question.id, question.wording, question.span, shown, known)
        for part in parts(question):
            name = f"{question.id}.{part.id}"
            yield from judge(name, part.wording, part.span, (*shown, part.condition), known)


def judge(
    name: str,
    wording: Wording,
    span: Span,
    conditions: Sequence[Condition | None],
    known: Sequence[Audience],
) -> Iterator[Problem]:
    """Find the roles that can see this and have no words for it."""
    if wording.default or not wording.by_role:
        return
    silent = [
        audience.role.id
        for audience in known
        if audience.role.id not in wording.by_role
        and all(can_hold(condition.tree, audience) for condition in conditions if condition)
    ]
    if silent:
        yield RULE.problem(
            span,
            f'"{name}" has no words for {", ".join(silent)}.',
            hint=f"Add a text for everyone, or one for {silent[0]}, or a condition that leaves them out.",
            got=", ".join(wording.by_role),
        )


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
