"""Q009: unknown role."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q009",
    name="unknown_role",
    severity=Severity.ERROR,
    summary="A wording or a condition names a role that `study.toml` doesn't have.",
    why="Nobody would ever read that wording, and those it was meant for would read another.",
    bad="""\
# use: Use of AI

## job
What are you?
- ( ) boss: Employer
- ( ) worker: Employee

## usage
How often do you use AI at work?
  for employr: How often does your organisation use AI?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## job
What are you?
- ( ) boss: Employer
- ( ) worker: Employee

## usage
How often do you use AI at work?
  for employer: How often does your organisation use AI?
- ( ) often: Often
- ( ) never: Never
""",
    around={
        "study.toml": """\
[about]
title = "Use of AI at work"
languages = ["en"]

[roles]
employer = "job is boss"
neutral = "otherwise"
""",
    },
)
