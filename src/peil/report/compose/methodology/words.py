"""The words of the annex on methodology: one TOML file a language, in Dutch and in English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from peil.report.compose.phrases import spell_count

LANGUAGES = ("nl", "en")
FALLBACK = "en"


@cache
def methodology_words(language: str) -> Mapping[str, Mapping[str, str]]:
    """Give the words in a language (``nl-BE`` is ``nl``) by table, or the English ones where it has none.

    What stands in no table of the file is under the empty name.
    """
    code = language.split("-", maxsplit=1)[0].lower()
    code = code if code in LANGUAGES else FALLBACK
    text = (files("peil.report") / "words" / f"methodology.{code}.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    tables = {name: value for name, value in read.items() if isinstance(value, dict)}
    return {"": {name: value for name, value in read.items() if isinstance(value, str)}, **tables}


def say_methodology(language: str, key: str, **values: object) -> str:
    """Give a phrase with its places filled in; counts get the language's thousands mark."""
    spelt = {
        name: spell_count(value, language) if isinstance(value, int) else value
        for name, value in values.items()
    }
    return methodology_words(language)[""][key].format_map(spelt)


def name_methodology(language: str, table: str, key: str) -> str:
    """Give the name of a heading (``headings``), a subject (``names``) or an item of a checklist."""
    return methodology_words(language)[table][key]
