"""Q034: bad source."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q034",
    name="bad_source",
    severity=Severity.ERROR,
    summary="Answers are carried over or repeated from a question that has nothing to carry.",
    why=(
        "Options come over from a question where several can be ticked, rows from a matrix. From anything"
        " else the question would always be empty and never be asked."
    ),
    bad="""\
# you: About you

## age
I am ___ [0..120] years old.

## work
Do you have paid work?
- ( ) yes: Yes
- ( ) no: No

## hardest
options from age
Which of these was hardest?
- ( ) none: None of these
""",
    good="""\
# use: Use of AI

## tasks
What do you use AI for?
- [ ] text: Writing
- [ ] image: Making images

## hardest
options from tasks
Which of these was hardest?
- ( ) none: None of these
""",
)
