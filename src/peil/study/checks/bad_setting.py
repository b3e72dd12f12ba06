"""Q031: bad setting."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q031",
    name="bad_setting",
    severity=Severity.ERROR,
    summary="A setting in `study.toml` is unknown, missing or has a value that it can't have.",
    why="A setting that is silently ignored makes the study do something else than its file says.",
    bad="""\
[about]
title = "Use of AI at work"
languages = ["en"]
opens = "next week"
""",
    good="""\
[about]
title = "Use of AI at work"
languages = ["en"]
opens = 2026-01-12
""",
    file="study.toml",
)
