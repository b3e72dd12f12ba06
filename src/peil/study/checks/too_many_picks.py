"""Q022: too many picks."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find an ``at most`` above what can be chosen together."""
    for question in study.questionnaire.questions:
        together = sum(not option.exclusive for option in question.options)
        if question.at_most is not None and question.options and question.at_most > together:
            yield RULE.problem(
                question.span,
                f'"{question.id}" takes at most {question.at_most} answers, but only {together} can be given '
                "together.",
                hint=f'Drop "at most {question.at_most}", or lower it.',
                got=str(question.at_most),
            )


RULE = Rule(
    code="Q022",
    name="too_many_picks",
    severity=Severity.WARNING,
    summary="`at most` is higher than the number of options that can be chosen together.",
    why="The limit does nothing. Perhaps options are missing, or the limit is a slip.",
    bad="""\
# use: Use of AI

## tasks  {at most 4}
What do you use AI for?
- [ ] text: Writing
- [ ] image: Making images
- [ ] nothing: For nothing  {exclusive}
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
