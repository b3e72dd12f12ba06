"""The words of a data-protection sheet: one TOML file a language, in Dutch and in English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("nl", "en")
FALLBACK = "en"


@cache
def protection_words(language: str) -> Mapping[str, str]:
    """Give the words in a language (``nl-BE`` is ``nl``), or the English ones where it has none."""
    code = language.split("-", maxsplit=1)[0].lower()
    code = code if code in LANGUAGES else FALLBACK
    text = (files("peil.report") / "words" / f"protection.{code}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def say_protection(language: str, key: str, **values: object) -> str:
    """Give a phrase with its places filled in."""
    return protection_words(language)[key].format_map(values)
