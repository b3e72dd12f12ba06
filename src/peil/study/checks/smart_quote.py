"""Q014: smart quote."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q014",
    name="smart_quote",
    severity=Severity.ERROR,
    summary="A fill or a condition holds curly quotes or another sign that a word processor put in.",
    why=(
        "Word turns straight quotes into curly ones, and a text pasted from there is then no longer what "
        "it seems."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## tool
Which tool do you use?
____

## tool_why
Why do you use {tool | “this tool”}?
____
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## tool
Which tool do you use?
____

## tool_why
Why do you use {tool | "this tool"}?
____
""",
)
