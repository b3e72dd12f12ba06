"""Q032: bad plan."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q032",
    name="bad_plan",
    severity=Severity.ERROR,
    summary="A setting in `plan.toml` is unknown, missing or has a value that it can't have.",
    why=(
        "The plan decides how numbers are computed and what may be shown. A setting that is silently "
        "ignored changes both."
    ),
    bad="""\
[analysis]
sampling = "snowball"
groups = ["usage"]
""",
    good="""\
[analysis]
sampling = "self_selected"
groups = ["usage"]
""",
    file="plan.toml",
    around={
        "questionnaire.md": """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    },
)
