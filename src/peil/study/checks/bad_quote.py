"""Q092: bad quote."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q092",
    name="bad_quote",
    severity=Severity.ERROR,
    summary="A setting of a quotation in `quotes.toml` is unknown, missing or can't have its value.",
    why=(
        "Whether a quotation may be printed is decided by what stands beside it: consent, approval and the "
        "one attribute that is told of the speaker. What is ignored there can give somebody away."
    ),
    bad="""\
[[quote]]
id = "deadline"
text = "It helps me to meet a deadline."
attribution = "usage: often, sector: music"
""",
    good="""\
[[quote]]
id = "deadline"
text = "It helps me to meet a deadline."
attribution = "usage: often"
""",
    file="quotes.toml",
    around={
        "plan.toml": '[analysis]\ngroups = ["usage"]\n',
        "questionnaire.md": """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    },
)
