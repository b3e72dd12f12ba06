"""Q006: unknown kind."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q006",
    name="unknown_kind",
    severity=Severity.ERROR,
    summary="It can't be told what the question asks for.",
    why=(
        "Options, a blank or an attribute say how a question is answered. Without any of them the "
        "respondent sees a text and no field."
    ),
    bad="""\
# use: Use of AI

## experience
What is your experience with AI?
""",
    good="""\
# use: Use of AI

## experience
What is your experience with AI?
____
""",
)
