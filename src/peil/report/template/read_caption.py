"""A block's caption, and the name that it goes by."""

import re
from typing import TYPE_CHECKING

from peil.report import problems as rules
from peil.report.template.check_unbound import check_unbound
from peil.report.template.phrase import Phrase
from peil.report.template.read_prose import ProseReader

if TYPE_CHECKING:
    from peil.report.template.template import Line

ID = re.compile(r"[A-Za-z][\w-]*")


def read_caption(reader: ProseReader, phrase: Phrase) -> "Line":
    """Read a caption; in a findings chapter it may compare but not count."""
    if reader.chapter.findings:
        check_unbound(reader.names, phrase, reader.language, comparisons=False)
    return reader.line(phrase)


def read_anchor(reader: ProseReader, written: Phrase | None, default: str) -> str:
    """Read ``id:``, the name for ``{@id}``; one that can't be a name is a problem, and the default stands."""
    if written is None or ID.fullmatch(written.plain):
        return written.plain if written else default
    hint = "Letters, digits, _ and -, a letter first."
    reader.names.report(rules.BAD_BLOCK, written, f'"{written.plain}" is no id.', hint)
    return default
