"""A text on a page with the language it is in, where that isn't the page's own."""

from dataclasses import dataclass

from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class Said:
    """A text; ``lang`` is empty where it is in the page's language."""

    text: str
    lang: str = ""

    def __bool__(self) -> bool:
        """Say whether there is any text."""
        return bool(self.text)


NOTHING = Said("")


def language_of(wording: Wording, language: str, role: str) -> str:
    """Give the language that a wording is read in: the one asked for, or the one it falls back to."""
    for texts in (wording.by_role.get(role, {}), wording.default):
        if texts:
            return language if language in texts else next(iter(texts))
    return language
