"""``[titles]``: short titles of questions, matrix rows and derived variables."""

from peil.study.reader.plan_names import PlanNames
from peil.study.reader.read_title import read_plain
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table
from peil.study.text import Wording


def read_titles(table: Table, names: PlanNames, words: WordingReader) -> dict[str, Wording]:
    """Give the titles by item key or question id; ``ability.grants = "…"`` is a table inside the table."""
    found: dict[str, Wording] = {}
    for name, value in table.values.items():
        if isinstance(value, dict):
            found.update(read_titles(table.table(name), names, words))
            continue
        key = ".".join((*table.path[1:], name))
        wording = read_plain(table, name, f"plan.titles.{key}", words)
        if isinstance(value, str) and not value.strip():
            table.wrong(f'The title of "{key}" is empty.', name, hint="Write it, or take the line away.")
        elif wording.default and names.item(key, table.settings.key(*table.path, name)):
            found[key] = wording
    return found
