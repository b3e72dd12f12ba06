"""A text by language in a settings file: ``{ nl = "…", en = "…" }``, or one text."""

from collections.abc import Mapping

from peil.study.reader.typed import Table


def read_by_language(
    table: Table, name: str, languages: tuple[str, ...], *, one_for_all: bool = False
) -> dict[str, str]:
    """Give the words of a setting by language; empty where it isn't there.

    Args:
        table: The table it stands in.
        name: The setting.
        languages: Those of the study; the words are said in each.
        one_for_all: One text stands for every language, as a year does.
    """
    found = table.values.get(name)
    if found is None:
        return {}
    if isinstance(found, str):
        found = dict.fromkeys(languages if one_for_all else languages[:1], found)
    if not isinstance(found, Mapping):
        hint = f'Write {name} = {{ {languages[0]} = "…" }}.'
        table.wrong(f'"{name}" is a text, or a text by language.', name, hint=hint)
        return {}
    words = {}
    for language, text in found.items():
        if language not in languages:
            hint = f"There are {', '.join(languages)}."
            table.wrong(f'"{language}" is no language of the study.', name, language, hint=hint)
        elif not isinstance(text, str) or not text.strip():
            table.wrong("The words are a text.", name, language, hint=f'Write {language} = "…".')
        else:
            words[language] = text.strip()
    lacking = [language for language in languages if language not in found]
    if lacking and set(found) <= set(languages):
        named = ", ".join(f'{language} = "…"' for language in languages)
        message = f'"{name}" isn\'t said in {", ".join(lacking)}.'
        table.wrong(message, name, hint=f"Write {name} = {{ {named} }}.")
    return words
