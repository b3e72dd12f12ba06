"""Q081: idle accept."""

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.accept import Accept


def problem(accept: Accept) -> Problem:
    """Give the problem of an ``accept`` that no finding needs."""
    return RULE.problem(
        accept.span,
        f'There is nothing of the rule "{accept.rule}" to accept here.',
        hint="Take this line away.",
        got=accept.rule,
    )


RULE = Rule(
    code="Q081",
    name="idle_accept",
    severity=Severity.WARNING,
    summary="An `accept` stands where its rule finds nothing.",
    why=(
        "It would silence the rule later, for a fault that nobody has looked at. It covers what stands from "
        "its own heading to the next, and the translations of that; under [accept] in a settings file, what "
        "is found in that file."
    ),
    bad="""\
# use: Use of AI

## usage
accept duplicate_label: one of the two is still to be reworded
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage
accept duplicate_label: one of the two is still to be reworded
How often do you use AI at work?
- ( ) often: Often
- ( ) mostly: Often
- ( ) never: Never
""",
)
