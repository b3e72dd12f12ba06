"""Q018: bad bounds."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q018",
    name="bad_bounds",
    severity=Severity.ERROR,
    summary="The bounds of a number, a scale or a count of answers can't be read, or exclude every answer.",
    why="A required question that accepts no number stops every respondent.",
    bad="""\
# you: About you

## age
I am ___ [120..0] years old.
""",
    good="""\
# you: About you

## age
I am ___ [0..120] years old.
""",
)
