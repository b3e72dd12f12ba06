"""``[method]`` of study.toml: what only people know of how the study was done."""

from peil.study.checks import bad_setting
from peil.study.method import METHOD, Method
from peil.study.reader.read_title import read_plain
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table


def read_method(about: Table, words: WordingReader) -> Method:
    """Give the texts, each translated under ``method.NAME``.

    Args:
        about: The table ``[about]`` of the same file.
        words: Reads them in every language.
    """
    settings = about.settings
    whole = Table(settings, (), settings.values, bad_setting.RULE, about.problems)
    table = whole.table("method")
    table.known(METHOD)
    found = {
        name: read_plain(table, name, f"method.{name}", words) for name in METHOD if name in table.values
    }
    said = {name: wording for name, wording in found.items() if wording.default}
    return Method(said, settings.key("method"))
