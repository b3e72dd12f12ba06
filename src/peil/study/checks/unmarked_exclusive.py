"""Q052: unmarked exclusive."""

import re
from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.exclusive_single import takes_several
from peil.study.study import Study

NONE_OF_THESE = re.compile(
    r"(?:geen (?:van|enkele)\b|geen\W*$|niets\W*$|none of\b|none\W*$|nothing\W*$|not applicable\b"
    r"|niet van toepassing\b)",
    re.IGNORECASE,
)


def check(study: Study) -> Iterator[Problem]:
    """Find options that deny the others, or say don't know, and can be ticked together with them."""
    for question in study.questionnaire.questions:
        if not takes_several(question):
            continue
        for option in question.options:
            denies = option.missing or NONE_OF_THESE.match(option.wording.plain(study.about.language))
            if denies and not option.exclusive:
                yield RULE.problem(
                    option.span,
                    f'"{question.id}.{option.id}" can be ticked together with the options that it denies.',
                    hint="Add {exclusive} at the end of the line.",
                )


RULE = Rule(
    code="Q052",
    name="unmarked_exclusive",
    severity=Severity.WARNING,
    summary='In a question with several answers, "none of these" or "don\'t know" isn\'t `{exclusive}`.',
    why="Answers that contradict each other can be given, and every such row must be mended by hand.",
    bad="""\
# use: Use of AI

## tasks
What do you use AI for?
- [ ] text: Writing
- [ ] image: Making images
- [ ] nothing: None of these
""",
    good="""\
# use: Use of AI

## tasks
What do you use AI for?
- [ ] text: Writing
- [ ] image: Making images
- [ ] nothing: None of these  {exclusive}
""",
)
