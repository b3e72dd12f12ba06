"""What the pages themselves say, beside the study's own text: one TOML file a language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError

LANGUAGES = ("nl", "en", "de", "fr")
FALLBACK = "en"
"""What a study language without words of its own is answered in."""

_FRENCH_SPACE = re.compile("(?<=«) | (?=[:;?!»])")
"""Spaces of French punctuation, at which a line may not end."""


@dataclass(frozen=True)
class Words:
    """The pages' words in one language.

    ``words("next")`` gives a text, ``words("page_of", number=3, total=12)`` one with its places filled in,
    and ``words.counted("grown", 2)`` the one for so many, with ``count`` among its values. The text is
    plain: templates escape it. An unknown key, or a place without a value, is a KeyError: a slip of ours.

    Args:
        language: Language that the words are in: English where the study's language has none. A page in
            another language puts it in a ``lang`` attribute.
        texts: Key to text.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Give the text of a key, its places filled in."""
        return self.texts[key].format_map(values)

    def counted(self, key: str, count: int, **values: object) -> str:
        """Give the text that fits a count: ``key_one`` or ``key_other``."""
        return self(f"{key}_{self._form_of(count)}", count=count, **values)

    def _form_of(self, count: int) -> str:
        singular = {0, 1} if self.language == "fr" else {1}
        return "one" if count in singular else "other"


@cache
def words_for(language: str) -> Words:
    """Give the words in a language (``nl-BE`` is ``nl``), or the English ones where it has none."""
    code = language.split("-", maxsplit=1)[0].lower()
    code = code if code in LANGUAGES else FALLBACK
    text = (files("peil.pages") / "words" / f"{code}.toml").read_text(encoding="utf-8")
    whole = _FRENCH_SPACE.sub("\u00a0", text) if code == "fr" else text
    return Words(code, tomllib.loads(whole))


@cache
def language_name(language: str) -> str:
    """Give a language's name for itself, as its readers look for it: ``Nederlands``; else its code."""
    try:
        name = Locale.parse(language, sep="-").language_name
    except (ValueError, UnknownLocaleError):
        return language
    return name[0].upper() + name[1:] if name else language
