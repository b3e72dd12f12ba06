"""Q042: unindented role."""

from peil.core.problem import Severity
from peil.core.rule import Rule

SETTINGS = """\
[about]
title = "Use of AI at work"
languages = ["en"]

[roles]
employer = "job is boss"
other = "otherwise"
"""

RULE = Rule(
    code="Q042",
    name="unindented_role",
    severity=Severity.WARNING,
    summary="A line of a question's text reads like the words of a role, `for ROLE:`, and isn't indented.",
    why=(
        "Only an indented line gives a role its own words. At the margin the same line is text: everyone "
        'would read "for employer:" and what follows, and the role would have no words of its own.'
    ),
    bad="""\
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
    around={"study.toml": SETTINGS},
)
