"""Q013: mixed and or."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q013",
    name="mixed_and_or",
    severity=Severity.ERROR,
    summary="A condition mixes `and` with `or` without parentheses.",
    why="People read such a condition in two ways, and those two ways ask different people.",
    bad="""\
# you: About you

## age
I am ___ [0..120] years old.

## work
Do you have paid work?
- ( ) yes: Yes
- ( ) no: No

## pension
if work is no and age > 60 or age > 66
Do you draw a pension?
- ( ) yes: Yes
- ( ) no: No
""",
    good="""\
# you: About you

## age
I am ___ [0..120] years old.

## work
Do you have paid work?
- ( ) yes: Yes
- ( ) no: No

## pension
if (work is no and age > 60) or age > 66
Do you draw a pension?
- ( ) yes: Yes
- ( ) no: No
""",
)
