"""A message in words of a language."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from peil.audit.said import Named, Percent, Printed, Said, Value, Values
from peil.core.percent import spell_number

AND = {"en": "and", "nl": "en"}
Phrases = Mapping[str, Mapping[str, str]]


def tell(
    said: Said,
    phrases: Phrases,
    language: str = "en",
    name: Callable[[Named], str] = str,
    printed: Callable[[Printed], str] = lambda one: one.claim,
) -> str:
    """Give a message in a language, English where the catalogue hasn't got it.

    Args:
        said: The message.
        phrases: Kind of message, language, the phrase with its places.
        language: The language.
        name: Gives the name of an item or its options.
        printed: Gives what a claim printed, and where.
    """

    def one(value: Value) -> str:
        match value:
            case Percent():
                return f"{spell_number(value.value, language)}%"
            case Named():
                return name(value)
            case Printed():
                return printed(value)
            case Decimal() | int():
                return spell_number(value, language)
        return value

    def every(values: Values) -> str:
        if isinstance(values, tuple):
            return enumerate_words([one(value) for value in values], language)
        return one(values)

    phrase = phrases[said.kind]
    return phrase.get(language, phrase["en"]).format(
        **{key: every(value) for key, value in said.values.items()}
    )


def enumerate_words(words: list[str], language: str) -> str:
    """Give words as a list in a sentence: ``a, b and c``."""
    *first, last = words or [""]
    return f"{', '.join(first)} {AND.get(language, AND['en'])} {last}" if first else last
