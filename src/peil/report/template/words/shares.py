"""Shares in words: which whole percentages each may stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from peil.core.percent import percent
from peil.report.template.words.numbers import known_language, read_number, spell_word

NEAR = {
    "nl": {"een tiende": 10, "een vijfde": 20, "een kwart": 25, "een derde": 33, "twee vijfde": 40,
           "de helft": 50, "drie vijfde": 60, "twee derde": 67, "drie kwart": 75, "vier vijfde": 80,
           "negen tiende": 90},
    "en": {"a tenth": 10, "a fifth": 20, "a quarter": 25, "a third": 33, "two fifths": 40, "half": 50,
           "three fifths": 60, "two thirds": 67, "three quarters": 75, "four fifths": 80,
           "nine tenths": 90},
}  # fmt: skip
SAME = {
    "nl": {"driekwart": "drie kwart", "tweederde": "twee derde", "helft": "de helft"},
    "en": {"one tenth": "a tenth", "one fifth": "a fifth", "one quarter": "a quarter",
           "one third": "a third", "one half": "half", "a half": "half"},
}  # fmt: skip
WHOLE = {"nl": {"niemand": 0, "iedereen": 100}, "en": {"nobody": 0, "everyone": 100}}
ODDS = {
    "nl": re.compile(r"(?P<some>[\w]+) op (?:de |elke )?(?P<all>[\w]+)"),
    "en": re.compile(r"(?P<some>[\w]+) (?:in|out of) (?:every )?(?P<all>[\w]+)"),
}
"""``een op de vijf``, ``nine in ten``."""
ODDS_OF = (2, 3, 4, 5, 6, 10)
"""Of how many: others lie so close to these that their percentages would run into each other."""
PARTS = {
    "nl": {
        "een kleine meerderheid": (51, 55), "een ruime meerderheid": (60, 100),
        "een meerderheid": (51, 100), "de meerderheid": (51, 100), "de meeste": (51, 100),
        "meer dan de helft": (51, 100), "een minderheid": (1, 49), "minder dan de helft": (0, 49),
    },
    "en": {
        "a small majority": (51, 55), "a large majority": (60, 100),
        "a majority": (51, 100), "the majority": (51, 100), "most": (51, 100),
        "more than half": (51, 100), "a minority": (1, 49), "less than half": (0, 49),
    },
}  # fmt: skip
"""From and up to which whole percentage each of these words may stand."""
OPPOSITES = {
    "nl": (("een meerderheid", "een minderheid"), ("de meerderheid", "een minderheid"),
           ("meer dan de helft", "minder dan de helft")),
    "en": (("a majority", "a minority"), ("the majority", "a minority"),
           ("more than half", "less than half")),
}  # fmt: skip
BELOW = {
    "nl": ("bijna", "iets minder dan", "krap"),
    "en": ("nearly", "almost", "just under", "slightly less than"),
}
ABOVE = {"nl": ("ruim", "iets meer dan"), "en": ("just over", "slightly more than")}
AROUND = {"nl": ("ongeveer", "rond", "circa"), "en": ("about", "around", "roughly")}
REACH = 3
"""Percentage points that "bijna", "ruim" and "ongeveer" reach from the number."""
FIGURE = re.compile(r"(\d+)(?:([.,])(\d+))?(\s*(?:%|procent|percent|per cent)?)")


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """What a printed share may stand for: percentages from ``low`` to ``high``, compared at ``decimals``.

    ``exact``: nobody or everyone, which no rounding makes true.
    """

    low: Decimal
    high: Decimal
    decimals: int = 0
    exact: bool = False

    def holds(self, percentage: Decimal) -> bool:
        """Say whether a percentage, rounded to the decimals, is what was said."""
        return self.low <= percentage <= self.high


def read_share(printed: str, language: str) -> PrintedShare | None:
    """Read a share as printed: ``46%``, ``46,2 procent``, ``ruim een kwart``; None when it is none."""
    text = " ".join(printed.replace("-", " ").casefold().split())
    figure = FIGURE.fullmatch(text)
    if figure:
        decimals = figure[3] or ""
        value = Decimal(f"{figure[1]}.{decimals or 0}")
        return PrintedShare(value, value, len(decimals))
    return read_share_words(text, known_language(language))


def read_share_words(text: str, language: str) -> PrintedShare | None:
    """Read a share in words, in lower case with single spaces."""
    if text in WHOLE[language]:
        value = Decimal(WHOLE[language][text])
        return PrintedShare(value, value, exact=True)
    if text in PARTS[language]:
        low, high = PARTS[language][text]
        return PrintedShare(Decimal(low), Decimal(high))
    for words, below, above in reaches(language):
        for word in words:
            if text.startswith(f"{word} "):
                return near(text.removeprefix(f"{word} "), language, below, above)
    return near(text, language, -1, 1)


def reaches(language: str) -> tuple[tuple[tuple[str, ...], int, int], ...]:
    """Give the words before a share, with how far below and above it each may reach."""
    return (
        (BELOW[language], -REACH, -1),
        (ABOVE[language], 1, REACH),
        (AROUND[language], -REACH, REACH),
    )


def near(text: str, language: str, below: int, above: int) -> PrintedShare | None:
    """Give the percentages around a share word, or None when it is no share word."""
    value = NEAR[language].get(SAME[language].get(text, text), read_odds(text, language))
    return None if value is None else PrintedShare(Decimal(value + below), Decimal(value + above))


def read_odds(text: str, language: str) -> int | None:
    """Read ``een op de vijf``, ``1 in 5`` as a whole percentage; None for what isn't one."""
    found = ODDS[language].fullmatch(text)
    some, of = (read_number(found[name], language) for name in ("some", "all")) if found else (None, None)
    if some is None or of not in ODDS_OF or not 0 < some < of:
        return None
    return int(percent(some, of))


def respell_share(printed: str, percentage: Decimal, language: str) -> str:
    """Write a percentage as another was printed: figures as figures, words as words where there are any.

    Args:
        printed: The words that stand there now.
        percentage: What is to stand there, rounded as ``read_share`` says of ``printed``.
        language: The text's language.
    """
    text = " ".join(printed.split())
    figure = FIGURE.fullmatch(text.casefold())
    if figure:
        return f"{percentage:f}".replace(".", figure[2] or ".") + figure[4]
    spoken = known_language(language)
    fitting = (
        words
        for words in candidates(text.casefold(), spoken)
        if (said := read_share_words(words, spoken)) and said.holds(percentage)
    )
    found = next(fitting, f"{percentage:f}%")
    return found[0].upper() + found[1:] if text[:1].isupper() else found


def candidates(text: str, language: str) -> Iterator[str]:
    """Give the words that could stand for another share in the place of these, the best first."""
    if text in PARTS[language]:
        yield from (word for pair in OPPOSITES[language] if text in pair for word in pair)
        return
    before = [(word, words) for words, _, _ in reaches(language) for word in words]
    own = next((word for word, _ in before if text.startswith(f"{word} ")), "")
    bare = text.removeprefix(f"{own} ") if own else text
    names = tuple(odds_like(bare, language)) or tuple(NEAR[language])
    kinds = [own, "", *(words[0] for words, _, _ in reaches(language)[:2])]
    for kind in dict.fromkeys(kinds):
        yield from (f"{kind} {name}".strip() for name in names)


def odds_like(text: str, language: str) -> Iterator[str]:
    """Give all odds, in digits or words as these; nothing for words that are no odds."""
    found = ODDS[language].fullmatch(text)
    if read_odds(text, language) is None or not found:
        return
    link = text[found.end("some") : found.start("all")]
    in_digits = found["all"].isdecimal()
    for of in ODDS_OF:
        for some in range(1, of):
            names = (str(each) if in_digits else spell_word(each, language) for each in (some, of))
            yield link.join(names)
