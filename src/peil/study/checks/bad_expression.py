"""Q015: bad expression."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q015",
    name="bad_expression",
    severity=Severity.ERROR,
    summary="A condition can't be read.",
    why="What can't be read can't decide who is asked.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reason
if usage is
Why not?
____
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reason
if usage is never
Why not?
____
""",
)
