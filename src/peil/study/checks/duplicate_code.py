"""Q019: duplicate code."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find options of one question with the same pinned code."""
    for question in study.questionnaire.questions:
        holders: dict[int, str] = {}
        for option in question.options:
            if option.code is None:
                continue
            first = holders.setdefault(option.code, option.id)
            if first != option.id:
                free = max(known.code or 0 for known in question.options) + 1
                yield RULE.problem(
                    option.span,
                    f'"{question.id}.{option.id}" has code {option.code}, which "{first}" has already.',
                    hint=f"Code {free} is free.",
                    expected=str(free),
                    got=str(option.code),
                )


RULE = Rule(
    code="Q019",
    name="duplicate_code",
    severity=Severity.ERROR,
    summary="Two options of one question are pinned to the same numeric code.",
    why="In a data file with codes, such as a .sav, their answers can't be told apart any more.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) 1 often: Often
- ( ) 2 rarely: Rarely
- ( ) 2 never: Never
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) 1 often: Often
- ( ) 2 rarely: Rarely
- ( ) 3 never: Never
""",
)
