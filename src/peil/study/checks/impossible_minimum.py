"""Q024: impossible minimum."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find an ``at least`` that can't be met."""
    for question in study.questionnaire.questions:
        together = sum(not option.exclusive for option in question.options)
        if question.at_least is not None and question.options and question.at_least > together:
            yield RULE.problem(
                question.span,
                f'"{question.id}" asks for at least {question.at_least} answers, but only {together} can be '
                "given together.",
                hint=f"Lower the minimum to {together} or less.",
                expected=str(together),
                got=str(question.at_least),
            )


RULE = Rule(
    code="Q024",
    name="impossible_minimum",
    severity=Severity.ERROR,
    summary="`at least` is higher than the number of options that can be chosen together.",
    why="No answer is accepted, so nobody gets past the question.",
    bad="""\
# use: Use of AI

## tasks  {at least 3}
What do you use AI for?
- [ ] text: Writing
- [ ] image: Making images
""",
    good="""\
# use: Use of AI

## tasks  {at least 2}
What do you use AI for?
- [ ] text: Writing
- [ ] image: Making images
""",
)
