"""Words by language in a settings file: ``title = "…"`` or ``title = { nl = "…", en = "…" }``."""

from collections.abc import Mapping, Sequence

from peil.study.reader.typed import Table
from peil.study.told import Told


def read_told(table: Table, name: str, languages: Sequence[str]) -> Told:
    """Give the words by language; a text alone is in the base language.

    Args:
        table: Where the setting stands.
        name: The setting.
        languages: The study's languages, the base language first.
    """
    found = table.values.get(name, "")
    if isinstance(found, str):
        found = {languages[0]: found}
    if not isinstance(found, Mapping):
        table.wrong(f'"{name}" is a text, or a text by language.', name, hint=f'Write {name} = "…".')
        return {}
    told: dict[str, str] = {}
    for language, text in found.items():
        if language not in languages:
            hint = f"There are {', '.join(languages)}."
            table.wrong(f'"{language}" is no language of the study.', name, language, hint=hint)
        elif not isinstance(text, str):
            table.wrong("The words are a text.", name, language, hint=f'Write {language} = "…".')
        elif text.strip():
            told[language] = " ".join(text.split())
    return told
