"""Q010: unknown name."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q010",
    name="unknown_name",
    severity=Severity.ERROR,
    summary="A condition, a fill or a setting names a question, row or variable that doesn't exist.",
    why="In many tools such a condition is silently false and the question is never asked.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reason
if usge is never
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
