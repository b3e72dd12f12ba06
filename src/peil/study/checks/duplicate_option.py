"""Q004: duplicate option."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q004",
    name="duplicate_option",
    severity=Severity.ERROR,
    summary="Two options, columns or rows of one question have the same id.",
    why="Their answers couldn't be told apart, and a condition on the id would mean both.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
- ( ) often: Very often
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
- ( ) very_often: Very often
""",
)
