"""The title of a thing in plan.toml; its id stands in where none was written."""

from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table
from peil.study.text import Wording


def read_title(table: Table, path: str, words: WordingReader) -> Wording:
    """Give the wording of a table's ``title`` by the path it is translated under."""
    title = table.text("title", table.path[-1])
    span = table.settings.start(*table.path, "title")
    return words.plain(path, title, span, made="title" not in table.values)
