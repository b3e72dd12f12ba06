"""Q001: unreadable line."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q001",
    name="unreadable_line",
    severity=Severity.ERROR,
    summary="A line that is no part of the questionnaire's language stands where it can't be read.",
    why=(
        "A line that is guessed at can end up in front of a respondent or be lost. Better to say so at once."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- (x often: Often
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
