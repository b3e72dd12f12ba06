"""Q016: forward reference."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.reference import references
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find what reads an answer that is given later on the route."""
    for found in references(study):
        if found.early:
            yield RULE.problem(
                found.span,
                f'{found.what} reads "{found.target}", which is asked later.',
                hint=f'Ask "{found.target}" before "{found.reader}", or read an earlier answer here.',
                got=found.target,
            )


RULE = Rule(
    code="Q016",
    name="forward_reference",
    severity=Severity.ERROR,
    summary="A condition, a fill, a carry or a role's wording reads an answer that is given later.",
    why=(
        "The answer isn't there yet when it is needed, so the condition is false for everyone and the "
        "question is never asked. The order is the one in which questions are asked: `{later: …}` counts."
    ),
    bad="""\
# use: Use of AI

## reason
if usage is never
Why don't you use AI?
____

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reason
if usage is never
Why don't you use AI?
____
""",
)
