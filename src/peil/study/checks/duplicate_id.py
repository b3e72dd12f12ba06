"""Q003: duplicate id."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q003",
    name="duplicate_id",
    severity=Severity.ERROR,
    summary="Two sections or questions have the same id.",
    why="A condition that names the id could mean either, and their answers would land in one variable.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## usage
And how often at home?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## usage_home
And how often at home?
- ( ) often: Often
- ( ) never: Never
""",
)
