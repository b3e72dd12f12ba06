"""Q011: type mismatch."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q011",
    name="type_mismatch",
    severity=Severity.ERROR,
    summary="A comparison doesn't fit the kind of question it is about.",
    why=(
        "`is` compares a single answer, `has` a tick, `<` and `between` a number. Another comparison "
        "could never hold."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reason
if usage > 3
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
