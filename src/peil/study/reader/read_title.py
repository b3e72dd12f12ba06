"""Texts of a thing in plan.toml: its title, and others that a report prints."""

from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table
from peil.study.text import Wording


def read_title(table: Table, path: str, words: WordingReader) -> Wording:
    """Give the wording of a table's ``title`` by the path it is translated under; without one, its id."""
    title = table.text("title", table.path[-1])
    span = table.settings.start(*table.path, "title")
    return words.plain(path, title, span, made="title" not in table.values)


def read_plain(table: Table, name: str, path: str, words: WordingReader) -> Wording:
    """Give the wording of a setting by the path it is translated under; empty where nothing is written."""
    text = table.text(name)
    if not text.strip():
        return Wording(path)
    return words.plain(path, text, table.settings.start(*table.path, name))
