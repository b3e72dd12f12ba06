"""What Peil itself says in a mail: one TOML file a language."""

import tomllib
from functools import cache
from importlib.resources import files

from peil.pages.words import FALLBACK, LANGUAGES, Words


@cache
def mail_words(language: str) -> Words:
    """Give the words in a language (``nl-BE`` is ``nl``), or the English ones where it has none."""
    code = language.split("-", maxsplit=1)[0].lower()
    code = code if code in LANGUAGES else FALLBACK
    return Words(code, tomllib.loads((files("peil.mail") / "words" / f"{code}.toml").read_text("utf-8")))
