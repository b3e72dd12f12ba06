"""Shares in words: which whole percentages each may stand for."""

import re
from dataclasses import dataclass
from decimal import Decimal

from peil.report.template.words.numbers import known_language

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
BELOW, ABOVE, AROUND = ("bijna", "nearly"), ("ruim", "just over"), ("ongeveer", "about")
FIGURE = re.compile(r"(\d+)(?:[.,](\d+))?\s*(?:%|procent|percent|per cent)?")


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """What a printed share may stand for: percentages from ``low`` to ``high``, compared at ``decimals``.

    ``exact``: nobody or everyone, which no rounding makes true.
    """

    low: Decimal
    high: Decimal
    decimals: int = 0
    exact: bool = False


def read_share(printed: str, language: str) -> PrintedShare | None:
    """Read a share as printed: ``46%``, ``46,2 procent``, ``ruim een kwart``; None when it is none."""
    text = " ".join(printed.replace("-", " ").casefold().split())
    figure = FIGURE.fullmatch(text)
    if figure:
        decimals = figure.group(2) or ""
        value = Decimal(f"{figure.group(1)}.{decimals or 0}")
        return PrintedShare(value, value, len(decimals))
    return read_share_words(text, known_language(language))


def read_share_words(text: str, language: str) -> PrintedShare | None:
    """Read a share in words, in lower case with single spaces."""
    if text in WHOLE[language]:
        value = Decimal(WHOLE[language][text])
        return PrintedShare(value, value, exact=True)
    for words, below, above in ((BELOW, -3, -1), (ABOVE, 1, 3), (AROUND, -3, 3)):
        for word in words:
            if text.startswith(f"{word} "):
                return near(text.removeprefix(f"{word} "), language, below, above)
    return near(text, language, -1, 1)


def near(text: str, language: str, below: int, above: int) -> PrintedShare | None:
    """Give the percentages around a share word, or None when it is no share word."""
    value = NEAR[language].get(SAME[language].get(text, text))
    return None if value is None else PrintedShare(Decimal(value + below), Decimal(value + above))
