"""Texts about another study: one for every language, or one by language."""

from collections.abc import Mapping

from peil.study.checks import untranslated_other
from peil.study.reader.typed import Table
from peil.study.told import Told


def read_words(table: Table, name: str, languages: tuple[str, ...]) -> Told:
    """Give the text of a key by language; a text alone stands for all of them.

    Args:
        table: The table it stands in.
        name: Its key.
        languages: The study's languages; one that a text by language lacks is told.
    """
    return words_of(table, table.values.get(name, ""), languages, name)


def words_of(table: Table, found: object, languages: tuple[str, ...], *path: str | int) -> Told:
    """Give a text by language from what a key holds; nothing for what is no text, with a problem."""
    if isinstance(found, str):
        return dict.fromkeys(languages, found.strip()) if found.strip() else {}
    if not isinstance(found, Mapping) or not all(isinstance(text, str) for text in found.values()):
        hint = f'Write {path[0]} = "…", or {path[0]} = {{ {languages[0]} = "…" }}.'
        table.wrong(f'"{path[0]}" is a text, or a text by language.', *path, hint=hint)
        return {}
    for language in found:
        if language not in languages:
            hint = f"There are {', '.join(languages)}."
            table.wrong(f'"{language}" is no language of the study.', *path, language, hint=hint)
    told = {language: found[language].strip() for language in languages if found.get(language, "").strip()}
    lacking = [language for language in languages if language not in told]
    if told and lacking:
        span = table.settings.key(*table.place, *path)
        message = f'"{path[-1]}" has no words in "{lacking[0]}".'
        hint = f'Add {lacking[0]} = "…".'
        table.problems.append(untranslated_other.RULE.problem(span, message, hint=hint))
    return told
