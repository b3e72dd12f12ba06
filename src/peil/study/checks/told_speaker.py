"""Q116: told speaker."""

import re
from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.bad_talk import EXAMPLE, THEMES
from peil.study.study import Study
from peil.study.talk import Talk

CODE = re.compile(r"[A-Z][0-9]{1,2}")
HINT = "Write a letter and a number: P1."


def check(study: Study) -> Iterator[Problem]:
    """Find speakers who go by a name, who aren't among those who took part, or who are too many."""
    for talk in study.talks.values():
        yield from check_codes(talk)
        number = len({*talk.speakers, *(said.speaker for said in talk.said)})
        if talk.participants and number > talk.participants:
            message = f"{number} people speak in these notes, and {talk.participants} took part."
            yield RULE.problem(talk.span, message, hint="Count them again, or mend a code.")


def check_codes(talk: Talk) -> Iterator[Problem]:
    """Find codes of speakers that are none, or that nobody has."""
    for code in (*talk.speakers, *talk.unquoted):
        if not CODE.fullmatch(code):
            yield RULE.problem(talk.span, f'"{code}" is no code of a speaker.', hint=HINT, got=code)
    for code in talk.unquoted:
        if CODE.fullmatch(code) and code not in talk.speakers:
            message = f'Nobody is called "{code}" in these notes.'
            yield RULE.problem(talk.span, message, hint="Name one of the speakers under unquoted.", got=code)
    for said in talk.said:
        if not CODE.fullmatch(said.speaker):
            message = f'"{said.speaker}" is no code of a speaker.'
            yield RULE.problem(said.span, message, hint=HINT, got=said.speaker)
        elif said.speaker not in talk.speakers:
            message = f'Nobody is called "{said.speaker}" in these notes.'
            hint = f"Add it to speakers, or write one of {', '.join(talk.speakers) or 'these'}."
            yield RULE.problem(said.span, message, hint=hint, got=said.speaker)


RULE = Rule(
    code="Q116",
    name="told_speaker",
    severity=Severity.ERROR,
    summary="A speaker in a talk's notes goes by a name, isn't one of who took part, or is one too many.",
    why=(
        "The notes go wherever the study's folder goes. A code that stands in no list, or one more than took "
        "part, puts words into a mouth that wasn't there; and whether somebody agreed to being quoted is "
        "looked up by it."
    ),
    bad=EXAMPLE.format(more="quoting = true", mark="").replace("[P1]", "[Anna]"),
    good=EXAMPLE.format(more="quoting = true", mark=""),
    file="talks/group1.md",
    around={"talks/themes.toml": THEMES},
)
