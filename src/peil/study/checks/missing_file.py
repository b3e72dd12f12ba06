"""Q033: missing file."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q033",
    name="missing_file",
    severity=Severity.ERROR,
    summary="A file that the study needs isn't there.",
    why=(
        "Without `study.toml` and `questionnaire.md` there is no study; without its catalogue a language "
        "has no words."
    ),
    bad="""\
[about]
title = "Use of AI at work"
languages = ["en", "nl"]
""",
    good="""\
[about]
title = "Use of AI at work"
languages = ["en"]
""",
    file="study.toml",
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
