"""Q119: unknown coded."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_frame import AROUND, GOOD

RULE = Rule(
    code="Q119",
    name="unknown_coded",
    severity=Severity.ERROR,
    summary="A coding frame is called after something that holds no answers in own words.",
    why=(
        "A file of `coding/` is called after the variable whose answers it is for. Of a variable that isn't "
        "there nothing can be coded, and contact details never are."
    ),
    bad="""\
# use: Use of AI

## remark  {optional}
What would you like to add? ____
""",
    good=AROUND["questionnaire.md"],
    around={"coding/remarks.toml": GOOD},
)
