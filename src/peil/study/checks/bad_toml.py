"""Q035: bad toml."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q035",
    name="bad_toml",
    severity=Severity.ERROR,
    summary="A settings file is no valid TOML.",
    why="Nothing in it can be trusted when a quote or a bracket is missing.",
    bad="""\
[about]
title = "Use of AI at work
languages = ["en"]
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
