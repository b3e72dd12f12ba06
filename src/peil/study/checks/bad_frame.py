"""Q118: bad frame."""

from peil.core.problem import Severity
from peil.core.rule import Rule

AROUND = {
    "questionnaire.md": """\
# use: Use of AI

## remarks  {optional}
What would you like to add? ____
"""
}
GOOD = """\
title = "Remarks, coded"
coders = ["an"]

[codes.income]
number = 1
title = "Income"
definition = "Less work or less pay."
"""

RULE = Rule(
    code="Q118",
    name="bad_frame",
    severity=Severity.ERROR,
    summary="A setting of a coding frame is unknown, missing or can't have its value.",
    why=(
        "Codes become a variable like any other: a code without a title has no label in a table, and two "
        "with one number can't be told apart in a data file."
    ),
    bad=GOOD.replace('coders = ["an"]\n', ""),
    good=GOOD,
    file="coding/remarks.toml",
    around=AROUND,
)
