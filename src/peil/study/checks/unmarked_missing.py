"""Q050: unmarked missing."""

import re
from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study

MISSING = re.compile(
    r"(?:dat |dit )?(?:ik )?(?:weet (?:ik )?(?:het )?niet|wil (?:ik )?(?:dat |dit |het )?niet zeggen"
    r"|zeg (?:ik )?(?:dat |dit |het )?liever niet|geen antwoord|geen opgave|geen idee)\b"
    r"|(?:i )?(?:do not|don['’]?t) know\b|(?:i )?(?:would )?(?:prefer|rather) not (?:to )?(?:say|answer)\b"
    r"|no answer\b",
    re.IGNORECASE,
)


def check(study: Study) -> Iterator[Problem]:
    """Find options that say don't know or rather not say and aren't ``{missing}``."""
    for question in study.questionnaire.questions:
        for option in question.options:
            if not option.missing and MISSING.match(option.wording.plain(study.about.language)):
                yield RULE.problem(
                    option.span,
                    f'"{question.id}.{option.id}" says that there is no answer, but isn\'t {{missing}}.',
                    hint="Add {missing} at the end of the line.",
                )


RULE = Rule(
    code="Q050",
    name="unmarked_missing",
    severity=Severity.WARNING,
    summary='An option says "don\'t know" or "rather not say" and isn\'t marked `{missing}`.',
    why="Without the mark it counts as an answer like any other: in means, in `without missing`, in a .sav.",
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
- ( ) dk: Don't know
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
- ( ) dk: Don't know  {missing}
""",
)
