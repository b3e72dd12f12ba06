"""Q008: reserved id."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q008",
    name="reserved_id",
    severity=Severity.ERROR,
    summary="An id is a word that the language itself uses.",
    why=(
        "`study`, `plan`, `role`, `all`, `net`, `end` and `blank` mean something of their own in "
        "conditions, translations and reports. `and`, `or` and `not` join conditions, so no option can be "
        "called so either. `id`, `synthetic`, `last_page` and `outcome` are columns of every data file."
    ),
    bad="""\
# use: Use of AI

## role
How often do you use AI at work?
- ( ) often: Often
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
