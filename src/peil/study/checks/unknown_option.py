"""Q012: unknown option."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q012",
    name="unknown_option",
    severity=Severity.ERROR,
    summary="A condition or a setting names an option that the question doesn't have.",
    why="The comparison could never hold, so those it was meant for would silently miss the question.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reason
if usage is nevr
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
