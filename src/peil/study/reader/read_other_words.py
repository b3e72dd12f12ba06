"""Texts about another study: one for every language, or one by language; a language left out is told."""

from collections.abc import Sequence

from peil.study.checks import untranslated_other
from peil.study.reader.read_told import told_of
from peil.study.reader.typed import Table
from peil.study.told import Told


def read_words(table: Table, name: str, languages: Sequence[str]) -> Told:
    """Give the text of a key by language; a text alone stands for all of them.

    Args:
        table: The table it stands in.
        name: Its key.
        languages: The study's languages; one that a text by language lacks is told.
    """
    return words_of(table, table.values.get(name, ""), languages, name)


def words_of(table: Table, found: object, languages: Sequence[str], *path: str | int) -> Told:
    """Give a text by language from what a key holds; nothing for what is no text, with a problem."""
    told = told_of(table, found, languages, *path, for_all=True)
    lacking = [language for language in languages if language not in told]
    if told and lacking:
        span = table.settings.key(*table.place, *path)
        message = f'"{path[0]}" has no words in "{lacking[0]}".'
        hint = f'Add {lacking[0]} = "…".'
        table.problems.append(untranslated_other.RULE.problem(span, message, hint=hint))
    return told
