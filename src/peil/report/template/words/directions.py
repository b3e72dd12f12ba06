"""Words that compare: which way they point."""

import re

from peil.disclose.verdicts import Direction
from peil.report.template.words.numbers import known_language

PHRASES = {
    "nl": {
        Direction.SAME: ("even vaak", "evenveel", "even veel", "even hoog", "even groot", "gelijk"),
        Direction.LESS: ("minder vaak", "minder", "lager", "kleiner", "zeldener"),
        Direction.MORE: ("vaker", "hoger", "meer", "groter"),
    },
    "en": {
        Direction.SAME: ("as often", "as many", "as high", "as large", "equal", "equally", "the same"),
        Direction.LESS: ("less often", "less", "fewer", "lower", "smaller"),
        Direction.MORE: ("more often", "more", "higher", "larger", "greater"),
    },
}
NEGATIONS = {"nl": {"niet", "geen", "nooit"}, "en": {"not", "no", "never"}}
WORD = re.compile(r"[^\W\d_]+")


def read_direction(printed: str, language: str) -> Direction | None:
    """Read which way a comparison points; None when it doesn't say, or says two things."""
    spoken = known_language(language)
    words = WORD.findall(printed.casefold())
    text = f" {' '.join(words)} "
    if NEGATIONS[spoken] & set(words):
        return None
    found = {
        direction
        for direction, phrases in PHRASES[spoken].items()
        if any(f" {phrase} " in text for phrase in phrases)
    }
    return found.pop() if len(found) == 1 else None
