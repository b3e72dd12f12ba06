"""The words that a composed report says by itself, in Dutch and English; other languages get English."""

import datetime as dt
from collections.abc import Sequence

from babel.dates import format_date

from peil.report.compose.phrase_table import PHRASES

HIDDEN_SIGN = "–"
LOCALES = {"nl": "nl_NL", "en": "en_GB"}


def say(language: str, key: str, **values: object) -> str:
    """Give a phrase with its values filled in; counts get the language's thousands mark."""
    spelt = {
        name: spell_count(value, language) if isinstance(value, int) else value
        for name, value in values.items()
    }
    return PHRASES.get(language, PHRASES["en"])[key].format(**spelt)


def spell_count(number: int, language: str) -> str:
    """Give a count in figures: ``1.250`` in Dutch, ``1,250`` in English."""
    return f"{number:,}".replace(",", "." if language == "nl" else ",")


def join_words(words: Sequence[str], language: str) -> str:
    """Give ``a, b en c``; the language's word for none when there are none."""
    if not words:
        return say(language, "none")
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {say(language, 'and')} {words[-1]}"


def say_date(date: dt.date, language: str) -> str:
    """Give a date in full: ``17 april 2026``, ``17 April 2026``."""
    return format_date(date, "long", locale=LOCALES.get(language, LOCALES["en"]))
