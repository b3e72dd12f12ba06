"""Q051: other without text."""

import re
from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study

NAMELY = re.compile(r"\b(?:namelijk|nl\.|please specify|specify|namely)\W*$", re.IGNORECASE)


def check(study: Study) -> Iterator[Problem]:
    """Find options that ask to say what, without room to say it."""
    for question in study.questionnaire.questions:
        for option in question.options:
            # A carried option shows the words that were filled in where it came from.
            here = option.blank is None and not question.came_over(option)
            if here and NAMELY.search(option.wording.plain(study.about.language)):
                yield RULE.problem(
                    option.span,
                    f'"{question.id}.{option.id}" asks to say what, but has no room for it.',
                    hint="End the line with ____.",
                )


RULE = Rule(
    code="Q051",
    name="other_without_text",
    severity=Severity.WARNING,
    summary='An option ends in "namely" or "please specify" and has no `____`.',
    why="Respondents are asked for words and find no field for them.",
    bad="""\
# use: Use of AI

## tool
Which tool do you use most?
- ( ) chat: A chatbot
- ( ) other: Other, please specify
""",
    good="""\
# use: Use of AI

## tool
Which tool do you use most?
- ( ) chat: A chatbot
- ( ) other: Other, please specify ____
""",
)
