"""Q005: unknown attribute."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q005",
    name="unknown_attribute",
    severity=Severity.ERROR,
    summary="An attribute between braces isn't known, or doesn't belong on this kind of line.",
    why="A misspelt attribute would silently do nothing: a question meant to be optional would be required.",
    bad="""\
# use: Use of AI

## usage  {optonal}
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage  {optional}
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
)
