"""Words by language in a settings file: ``title = "…"`` or ``title = { nl = "…", en = "…" }``."""

from collections.abc import Mapping, Sequence

from peil.study.reader.typed import Table
from peil.study.told import Told


def read_told(table: Table, name: str, languages: Sequence[str], *, for_all: bool = False) -> Told:
    """Give the words of a setting by language, on one line; empty where there are none.

    Args:
        table: Where the setting stands.
        name: The setting.
        languages: The study's languages, the base language first.
        for_all: A text alone stands for every language, as a year does; else for the base language.
    """
    told = told_of(table, table.values.get(name, ""), languages, name, for_all=for_all)
    return {language: " ".join(words.split()) for language, words in told.items()}


def told_of(
    table: Table, found: object, languages: Sequence[str], *path: str | int, for_all: bool = False
) -> Told:
    """Give the words by language that a key holds, in the study's order; what is no text is a problem.

    Args:
        table: Where the key stands.
        found: What it holds.
        languages: The study's languages, the base language first.
        path: The key, and the number in a list of texts.
        for_all: A text alone stands for every language; else for the base language.
    """
    if isinstance(found, str):
        found = dict.fromkeys(languages if for_all else languages[:1], found)
    if not isinstance(found, Mapping):
        table.wrong(f'"{path[0]}" is a text, or a text by language.', *path, hint=f'Write {path[0]} = "…".')
        return {}
    told: dict[str, str] = {}
    for language, text in found.items():
        if language not in languages:
            hint = f"There are {', '.join(languages)}."
            table.wrong(f'"{language}" is no language of the study.', *path, language, hint=hint)
        elif not isinstance(text, str):
            table.wrong("The words are a text.", *path, language, hint=f'Write {language} = "…".')
        elif text.strip():
            told[language] = text.strip()
    return {language: told[language] for language in languages if language in told}


def read_told_fully(table: Table, name: str, languages: Sequence[str], *, for_all: bool = False) -> Told:
    """Give the words of a setting that is said in every language, or in none; else that is a problem.

    Args:
        table: As ``read_told``.
        name: As ``read_told``.
        languages: As ``read_told``.
        for_all: As ``read_told``.
    """
    before = len(table.problems)
    told = read_told(table, name, languages, for_all=for_all)
    lacking = [language for language in languages if language not in told]
    if name in table.values and lacking and len(table.problems) == before:
        named = ", ".join(f'{language} = "…"' for language in languages)
        message = f'"{name}" isn\'t said in {", ".join(lacking)}.'
        table.wrong(message, name, hint=f"Write {name} = {{ {named} }}.")
    return told
