"""Words by language, of files that stand outside the translation catalogues."""

from collections.abc import Mapping

Told = Mapping[str, str]
"""Language to words; empty where nothing is said."""


def in_language(told: Told, language: str) -> str:
    """Give the words in a language, else those that were written first; empty where nothing is said."""
    return told.get(language) or next(iter(told.values()), "")
