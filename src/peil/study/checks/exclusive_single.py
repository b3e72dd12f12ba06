"""Q023: exclusive single."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.question import Kind, Question
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find an exclusive option where only one answer can be given anyway."""
    for question in study.questionnaire.questions:
        for option in question.options:
            if option.exclusive and not takes_several(question):
                yield RULE.problem(
                    option.span,
                    f'"{question.id}.{option.id}" is exclusive, but "{question.id}" takes one answer.',
                    hint="Drop {exclusive}, or write the options with - [ ].",
                )


def takes_several(question: Question) -> bool:
    """Say whether several options can be chosen."""
    return question.kind is Kind.MULTI or (question.kind is Kind.MATRIX and question.multiple)


RULE = Rule(
    code="Q023",
    name="exclusive_single",
    severity=Severity.WARNING,
    summary="An option is exclusive in a question that takes only one answer.",
    why="It does nothing there. Perhaps the question was meant to take several answers, with `- [ ]`.",
    bad="""\
# use: Use of AI

## tasks
What do you use AI for?
- ( ) text: Writing
- ( ) image: Making images
- ( ) nothing: For nothing  {exclusive}
""",
    good="""\
# use: Use of AI

## tasks
What do you use AI for?
- [ ] text: Writing
- [ ] image: Making images
- [ ] nothing: For nothing  {exclusive}
""",
)
