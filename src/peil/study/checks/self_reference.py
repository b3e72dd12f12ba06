"""Q017: self reference."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.reference import references
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find what reads the answer that is about to be given."""
    for found in references(study):
        if found.own:
            yield RULE.problem(
                found.span,
                f'{found.what} reads "{found.target}" itself, which isn\'t answered yet.',
                hint="Read an earlier answer here, or drop the reference.",
                got=found.target,
            )


RULE = Rule(
    code="Q017",
    name="self_reference",
    severity=Severity.ERROR,
    summary="A question or section reads its own answer before it is given.",
    why="Whether something is asked can't depend on its own answer: it would never be asked at all.",
    bad="""\
# use: Use of AI

## usage
if usage is often
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
""",
)
