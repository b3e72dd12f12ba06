"""A setting that is a text by language: ``title = { nl = "…", en = "…" }``."""

from collections.abc import Mapping

from peil.study.reader.typed import Table


def read_by_language(table: Table, name: str, languages: tuple[str, ...]) -> dict[str, str]:
    """Give the texts by language; a text alone is in the first one, and what isn't there is absent."""
    found = table.values.get(name, "")
    if isinstance(found, str):
        found = {languages[0]: found}
    if not isinstance(found, Mapping):
        table.wrong(f'"{name}" is a text, or a text by language.', name, hint=f'Write {name} = "…".')
        return {}
    texts: dict[str, str] = {}
    for language, text in found.items():
        if language not in languages:
            hint = f"There are {', '.join(languages)}."
            table.wrong(f'"{language}" is no language of the study.', name, language, hint=hint)
        elif not isinstance(text, str):
            table.wrong("This is a text.", name, language, hint=f'Write {language} = "…".')
        elif text.strip():
            texts[language] = text.strip()
    return texts
