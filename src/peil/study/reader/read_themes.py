"""talks/themes.toml: what people talked about, as notes are marked with it."""

from pathlib import Path

from peil.core.ids import is_id
from peil.core.problem import Problem
from peil.study.checks import bad_talk
from peil.study.reader.around import Around
from peil.study.reader.read_told import read_told
from peil.study.reader.settings import read_settings
from peil.study.reader.typed import Table
from peil.study.theme import Theme

THEMES = "talks/themes.toml"
KNOWN = ("title", "description")


def read_themes(folder: Path, around: Around, problems: list[Problem]) -> dict[str, Theme]:
    """Give the themes by id, in the order of the file; none where there is no file."""
    if not (folder / THEMES).is_file():
        return {}
    settings = read_settings(folder / THEMES, THEMES, problems)
    whole = Table(settings, (), settings.values, bad_talk.RULE, problems)
    return {table.path[-1]: _theme(table, around.languages) for table in whole.tables()}


def _theme(table: Table, languages: tuple[str, ...]) -> Theme:
    name = table.path[-1]
    table.known(KNOWN)
    if not is_id(name):
        hint = "Write an id in lower case: [quality], say."
        table.wrong(f'"{name}" is no id of a theme.', hint=hint)
    titles = read_told(table, "title", languages)
    for language in languages:
        if language not in titles:
            hint = f'Write title = {{ {language} = "…" }}.'
            table.wrong(f'The theme has no title in "{language}".', "title", hint=hint)
    return Theme(name, titles, read_told(table, "description", languages), table.at)
