"""Q125: codes come later."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_frame import GOOD

RULE = Rule(
    code="Q125",
    name="codes_come_later",
    severity=Severity.ERROR,
    summary="Something that codes can't decide reads codes of open answers, itself or by a derived variable.",
    why=(
        "People give codes to answers after these were given. So routes, roles, quotas and simulated "
        "interviews can't read them, interim results are listed before anybody answers, no population is "
        "known by a frame of your own, and consent is what a respondent said. Groups, nets, derived "
        "variables and the report can read them."
    ),
    bad="""\
[quotas.worried]
if = "remarks.coded has income"
limit = 100
""",
    good="""\
[quotas.users]
if = "usage is often"
limit = 100
""",
    file="plan.toml",
    around={
        "questionnaire.md": """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## remarks  {optional}
What would you like to add? ____
""",
        "coding/remarks.toml": 'status = "final"\n' + GOOD,
    },
)
