"""Words that compare: which way they point."""

import re
from collections.abc import Mapping, Sequence

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
TRENDS = {
    "nl": {
        Direction.SAME: ("gelijk gebleven", "blijft gelijk", "bleef gelijk", "blijven gelijk",
                         "bleven gelijk", "onveranderd", "niet veranderd", "verandert niet", "stabiel"),
        Direction.LESS: ("gedaald", "daalt", "dalen", "daalde", "daalden", "daling", "afgenomen",
                         "neemt af", "nemen af", "nam af", "namen af", "afname", "gekrompen", "krimpt",
                         "krimp", "lager", "minder", "minder vaak", "kleiner"),
        Direction.MORE: ("gestegen", "stijgt", "stijgen", "steeg", "stegen", "stijging", "toegenomen",
                         "neemt toe", "nemen toe", "nam toe", "namen toe", "toename", "gegroeid", "groeit",
                         "groei", "hoger", "meer", "vaker", "groter"),
    },
    "en": {
        Direction.SAME: ("unchanged", "stayed the same", "stays the same", "stay the same", "stable",
                         "not changed"),
        Direction.LESS: ("fallen", "falls", "fall", "fell", "decreased", "decreases", "decrease",
                         "declined", "declines", "decline", "dropped", "drops", "drop", "shrunk",
                         "shrinks", "lower", "less", "less often", "fewer", "smaller"),
        Direction.MORE: ("risen", "rises", "rise", "rose", "increased", "increases", "increase",
                         "grown", "grows", "growth", "grew", "higher", "more", "more often", "larger"),
    },
}  # fmt: skip
"""Words that say which way something went from then to now."""
TURNS = {
    "nl": (
        ("gestegen", "gedaald"), ("stijgt", "daalt"), ("stijgen", "dalen"), ("steeg", "daalde"),
        ("stegen", "daalden"), ("stijging", "daling"), ("toegenomen", "afgenomen"),
        ("neemt toe", "neemt af"), ("nemen toe", "nemen af"), ("nam toe", "nam af"),
        ("namen toe", "namen af"), ("toename", "afname"), ("gegroeid", "gekrompen"),
        ("groeit", "krimpt"), ("groei", "krimp"),
    ),
    "en": (
        ("risen", "fallen"), ("rises", "falls"), ("rise", "fall"), ("rose", "fell"),
        ("increased", "decreased"), ("increases", "decreases"), ("increase", "decrease"),
        ("grown", "shrunk"), ("grows", "shrinks"),
    ),
}  # fmt: skip
"""A word of a rise and its opposite of the same form."""
UNMOVED = {"nl": "gelijk gebleven", "en": "unchanged"}
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
    if NEGATIONS[spoken] & set(words):
        return None
    return only_direction(words, PHRASES[spoken])


def read_trend(printed: str, language: str) -> Direction | None:
    """Read which way something went: ``gestegen`` is more; None when it doesn't say, or says two things."""
    spoken = known_language(language)
    words = WORD.findall(printed.casefold())
    text = f" {' '.join(words)} "
    same = any(f" {phrase} " in text for phrase in TRENDS[spoken][Direction.SAME])
    if NEGATIONS[spoken] & set(words) and not same:
        return None
    return Direction.SAME if same else only_direction(words, TRENDS[spoken])


def only_direction(words: Sequence[str], phrases: Mapping[Direction, Sequence[str]]) -> Direction | None:
    """Give the one direction that words point in."""
    text = f" {' '.join(words)} "
    found = {direction for direction, names in phrases.items() if any(f" {name} " in text for name in names)}
    if found == {Direction.LESS, Direction.MORE}:  # "less often" holds "often", and "minder vaak" no "vaker"
        return None
    return found.pop() if len(found) == 1 else None


def spell_direction(direction: Direction, language: str, printed: str = "") -> str:
    """Write a direction in words of the kind that was printed: for ``lager``, ``hoger`` and not ``vaker``."""
    spoken = known_language(language)
    text = f" {' '.join(WORD.findall(printed.casefold()))} "
    kinds = KINDS[spoken]
    said = (kind for kind in kinds if any(f" {words} " in text for words in kind))
    return next(said, kinds[0])[ORDER.index(direction)]


def spell_trend(direction: Direction, language: str, printed: str = "") -> str:
    """Write which way something went, in a word of the form that was printed."""
    spoken = known_language(language)
    text = f" {' '.join(WORD.findall(printed.casefold()))} "
    if direction is Direction.SAME:
        return UNMOVED[spoken]
    forms = (*TURNS[spoken], *((kind[0], kind[1]) for kind in KINDS[spoken]))
    said = (form for form in forms if any(f" {words} " in text for words in form))
    return next(said, forms[0])[direction is Direction.LESS]


def turn_around(printed: str, language: str) -> str:
    """Put the opposite word of the same kind in a comparison's place; empty where that can't be done.

    ``vaker dan gemiddeld`` becomes ``minder vaak dan gemiddeld``. "Even vaak" has no opposite, and a sentence
    around it goes on with another word ("als"), so that is left to a person.
    """
    spoken = known_language(language)
    pairs = [*TURNS[spoken], *((kind[0], kind[1]) for kind in KINDS[spoken])]
    turns = {word: pair[1 - place] for pair in reversed(pairs) for place, word in enumerate(pair)}
    names = "|".join(re.escape(word) for word in sorted(turns, key=len, reverse=True))
    found = list(re.finditer(rf"(?<!\w)(?:{names})(?!\w)", printed, re.IGNORECASE))
    if len(found) != 1:
        return ""
    word = found[0].group()
    new = turns[word.casefold()]
    new = new[0].upper() + new[1:] if word[0].isupper() else new
    return printed[: found[0].start()] + new + printed[found[0].end() :]
