"""Q002: bad id."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q002",
    name="bad_id",
    severity=Severity.ERROR,
    summary=(
        "An id holds something else than lower-case letters, digits and underscores, or doesn't start "
        "with a letter."
    ),
    why=(
        "Ids become names of variables in data files, addresses of pages and words in conditions. "
        "Capitals, hyphens and accents don't survive all of these."
    ),
    bad="""\
# use: Use of AI

## Usage-Now
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage_now
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
)
