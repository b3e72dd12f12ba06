"""Q053: duplicate label."""

from collections.abc import Iterator, Sequence

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.question import Option, Row
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find options or rows of one question that read the same for the same respondent."""
    for question in study.questionnaire.questions:
        for parts in (question.options, question.rows):
            yield from alike(question.id, parts, study.about.language)


def alike(question_id: str, parts: Sequence[Option | Row], language: str) -> Iterator[Problem]:
    """Find parts with one label; those shown to some only and those still to be named may share one."""
    holders: dict[str, str] = {}
    for part in parts:
        label = " ".join(part.wording.plain(language).lower().split())
        if not label or part.condition is not None or getattr(part, "open", False):
            continue
        first = holders.setdefault(label, part.id)
        if first != part.id:
            yield RULE.problem(
                part.span,
                f'"{question_id}.{part.id}" reads the same as "{first}".',
                hint="Change one of the two labels, or drop one.",
                got=part.wording.plain(language),
            )


RULE = Rule(
    code="Q053",
    name="duplicate_label",
    severity=Severity.WARNING,
    summary="Two options, columns or rows of one question read the same.",
    why="Respondents can't tell them apart, so how answers are spread over the two means nothing.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) rarely: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never
""",
)
