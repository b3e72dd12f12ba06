"""Whether a question's own words already say how many answers may be chosen."""

import re
from functools import cache

from peil.pages.words import FALLBACK

NUMBERS = {
    "nl": "een|één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": "ein|eine|einen|eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "un|une deux trois quatre cinq six sept huit neuf dix onze douze",
}
"""The numbers from 1 to 12 in words, as they stand before a noun."""

BOUNDS = {
    "nl": r"ten hoogste|hoogstens|maximaal|maximum(?: van)?|max\.?|niet meer dan|tot en met|tot|"
    r"ten minste|tenminste|minstens|minimaal|minimum(?: van)?|min\.?|niet minder dan|precies|exact",
    "en": r"up to|at most|at least|no more than|not more than|no fewer than|not fewer than|a maximum of|"
    r"a minimum of|maximum(?: of)?|minimum(?: of)?|max\.?|min\.?|exactly|only|top",
    "de": r"höchstens|maximal|maximum|max\.?|bis zu|nicht mehr als|mindestens|minimal|wenigstens|min\.?|"
    r"nicht weniger als|genau",
    "fr": r"jusqu['’]à|au maximum|maximum|max\.?|pas plus de|au plus|au moins|minimum|min\.?|"
    r"pas moins de|exactement",
}
"""What a limit is told with, on either side of its number."""

CHOOSING = {
    "nl": "kies|kiest|kiezen|noem|noemt|kruis|vink|geef|selecteer|rangschik",
    "en": "choose|chose|pick|select|tick|name|rank|give|mark",
    "de": "wählen|wähle|nennen|nenne|kreuzen|kreuze|geben|markieren",
    "fr": "choisissez|choisir|cochez|cocher|nommez|citez|sélectionnez|donnez|classez",
}
"""What asks for a number of answers: ``Kies er drie``."""

_BETWEEN = r"[^\w.?!:;]+"
_NEAR = rf"{_BETWEEN}(?:[^\W\d]+{_BETWEEN}){{0,2}}?"
"""At most two words further, in the same sentence."""


def tells_limit(text: str, n: int, language: str) -> bool:
    """Say whether a text tells that n answers are asked for, at most or at least.

    A number elsewhere ("in the last 3 years") is no limit: it has to stand by a word that bounds or chooses.

    Args:
        text: The question's text.
        n: The limit.
        language: Language of the text; one whose words aren't known is looked at as English.
    """
    code = language.split("-", maxsplit=1)[0].lower()
    return bool(_pattern(code if code in NUMBERS else FALLBACK, n).search(text.casefold()))


@cache
def _pattern(language: str, n: int) -> re.Pattern[str]:
    words = NUMBERS[language].split()
    number = rf"(?<![\w.,])(?:{n}|{words[n - 1]})(?![\w]|[.,]\d)" if 0 < n <= len(words) else rf"\b{n}\b"
    bound = rf"(?<!\w)(?:{BOUNDS[language]})"
    choosing = rf"(?<!\w)(?:{CHOOSING[language]})(?!\w)"
    around = rf"(?:{BOUNDS[language]}|{CHOOSING[language]})(?!\w)"
    return re.compile(f"(?:{bound}|{choosing}){_NEAR}{number}|{number}{_NEAR}{around}")
