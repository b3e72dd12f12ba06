"""Comparatives that no list holds: a word on -er with "dan" or "than" close after it."""

import re
from collections.abc import Iterator

from peil.report.template.words.numbers import listed

# Words on -er that are no comparatives.
OTHERS = {
    "nl": listed(
        "ander andere ieder iedere meerdere bijzonder bijzondere over onder zonder achter echter daarover "
        "hierover waarover daaronder hieronder waaronder daarachter hier vier keer weer zeer manier papier "
        "plezier eerder verder later nummer cijfer koper december september oktober november computer filter "
        "letter kamer per ver zover hoever erover zeker lekker donker zuiver sfeer leer beheer verkeer "
        "theater winter zomer minister centimeter meter kilometer partner semester"
    ),
    "en": listed(
        "rather other another either neither whether together however whatever whenever never ever over "
        "under after further later earlier number answer matter paper order quarter letter computer member "
        "chapter october november december september per her consider offer enter refer differ remember "
        "transfer power water center partner semester winter summer theater"
    ),
}
# Ends of nouns for people: "werkgever", "ontwerper", "employer", "designer".
PEOPLE = {
    "nl": (
        "gever",
        "nemer",
        "maker",
        "werker",
        "bruiker",
        "werper",
        "schrijver",
        "houder",
        "leider",
        "lancer",
    ),
    "en": ("ployer", "worker", "maker", "signer", "writer", "user", "manager", "lancer", "owner", "member"),
}
ARTICLES = {
    "nl": {"de", "het", "deze", "die", "elke", "iedere", "als"},
    "en": {"the", "this", "that", "every"},
}
ENDING, THAN = {"nl": "ere?", "en": "er"}, {"nl": "dan", "en": "than"}
BETWEEN = 3  # words; further away, "dan" is more often "then"
SPACE = r"(?: |\n[ \t]*)"  # one: what was blanked out leaves more
BEFORE = re.compile(r"([^\W\d_]+)\s\Z")
CLOSE = {
    language: re.compile(
        rf"(?<![\w-])(?P<word>[^\W\d_]+{ending})"
        rf"(?={SPACE}(?P<between>(?:[\w'-]+{SPACE}){{0,{BETWEEN}}}?){THAN[language]}\b)",
        re.IGNORECASE,
    )
    for language, ending in ENDING.items()
}


def find_comparatives(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Find comparatives followed by "dan" or "than" within a few words: ``somberder dan``.

    A word on -er after an article is taken for a noun, unless "dan" or "than" follows at once. Of several
    before one "dan" the last is meant.

    Args:
        text: The text; what was blanked out of it stands there as spaces.
        language: "nl" or "en".

    Yields:
        Position and word.
    """
    for found in CLOSE[language].finditer(text):
        between = found["between"].split()
        before = BEFORE.search(text[max(0, found.start() - 20) : found.start()])
        named = bool(between) and before is not None and before[1].casefold() in ARTICLES[language]
        if (
            not named
            and compares(found["word"], language)
            and not any(compares(one, language) for one in between)
        ):
            yield found.start("word"), found["word"]


def compares(word: str, language: str) -> bool:
    """Say whether a word looks like a comparative."""
    text = word.casefold()
    ends = re.search(rf"{ENDING[language]}$", text) is not None
    return ends and text not in OTHERS[language] and not text.endswith(PEOPLE[language])
