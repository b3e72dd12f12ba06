"""Q007: mixed options."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q007",
    name="mixed_options",
    severity=Severity.ERROR,
    summary="One question mixes options for one answer, `- ( )`, with options for several, `- [ ]`.",
    why="Whether one or several answers may be given decides how they are stored, tabulated and added up.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- [ ] never: Never
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
)
