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
# One kind of comparison in its three directions; the first is used where the printed words tell no kind.
KINDS = {
    "nl": (
        ("vaker", "minder vaak", "even vaak"),
        ("hoger", "lager", "even hoog"),
        ("groter", "kleiner", "even groot"),
        ("meer", "minder", "evenveel"),
    ),
    "en": (
        ("more often", "less often", "as often"),
        ("higher", "lower", "as high"),
        ("larger", "smaller", "as large"),
        ("greater", "smaller", "as large"),
        ("more", "fewer", "as many"),
        ("more", "less", "as many"),
    ),
}
ORDER = (Direction.MORE, Direction.LESS, Direction.SAME)
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


def spell_direction(direction: Direction, language: str, printed: str = "") -> str:
    """Write a direction in words of the kind that was printed: for ``lager``, ``hoger`` and not ``vaker``."""
    spoken = known_language(language)
    text = f" {' '.join(WORD.findall(printed.casefold()))} "
    kinds = KINDS[spoken]
    said = (kind for kind in kinds if any(f" {words} " in text for words in kind))
    return next(said, kinds[0])[ORDER.index(direction)]
