"""Q040: late directive."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q040",
    name="late_directive",
    severity=Severity.WARNING,
    summary="A line of a question's text reads like a directive: too late, or with a capital.",
    why=(
        "Directives stand directly under the heading. Further down the same words are text: respondents "
        "would read the condition, and nobody would be left out by it."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reason
Why not?
if usage is never
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
