"""Read the blocks of a page for the press: ``::: key``, ``::: method`` and ``::: embargo``."""

import datetime as dt
from typing import TYPE_CHECKING

from peil.report import problems as rules
from peil.report.template.binding import Binding
from peil.report.template.check_unbound import check_unbound
from peil.report.template.phrase import Phrase
from peil.report.template.read_prose import ProseReader
from peil.report.template.template import Embargo, KeyLines, Line, MethodNote, Words

if TYPE_CHECKING:
    from peil.report.template.read_block import Fenced

MOST_KEYS = 6
"""More numbers than this are a table."""


def read_key(reader: ProseReader, fenced: "Fenced") -> KeyLines | None:
    """Read headline numbers: a line each, ``- [46%]{= usage: often} uses it often``.

    They are findings wherever they stand, so a number or comparison word in them that is bound to nothing is
    a problem.
    """
    lines = tuple(line for phrase in fenced.lines for line in read_line(reader, phrase))
    if not fenced.lines:
        bad(reader, fenced.head, "The block holds no numbers.", "Write - [46%]{= …} and what it is of.")
    elif len(lines) > MOST_KEYS:
        message = f"{len(lines)} key numbers are more than a reader keeps."
        bad(reader, fenced.head, message, f"Keep {MOST_KEYS} at most.")
    return KeyLines(lines) if lines else None


def read_line(reader: ProseReader, phrase: Phrase) -> tuple[Line, ...]:
    """Read one headline number; none, and a problem, where it starts with no bound value."""
    start, words = phrase.cut(r"\s+")
    if start.plain != "-" or words is None:
        bad(reader, phrase, f'"{phrase.plain}" is no key number.', "Write - [46%]{= …} and what it is of.")
        return ()
    check_unbound(reader.names, words, reader.language)
    line = reader.line(words)
    if len(line) < 2 or not isinstance(line[0].what, Binding) or not isinstance(line[1].what, Words):
        message = "A key number starts with its bound value, then says what it is of."
        bad(reader, words, message, "Write - [46%]{= …} and what it is of.")
        return ()
    return (line,)


def read_method(reader: ProseReader, fenced: "Fenced") -> MethodNote:
    """Read ``::: method``."""
    if fenced.lines:
        bad(reader, fenced.lines[0], "The words on method are made.", "Take the line away.")
    return MethodNote()


def read_embargo(reader: ProseReader, fenced: "Fenced") -> Embargo | None:
    """Read ``::: embargo`` with a day, or a day and a time, on a line of its own."""
    hint = "Write 2026-06-01, or 2026-06-01 09:00."
    if len(fenced.lines) != 1:
        bad(reader, fenced.head, "An embargo is one day, or a day and a time.", hint)
        return None
    words = fenced.lines[0].plain
    try:
        return Embargo(dt.datetime.strptime(words, "%Y-%m-%d %H:%M"))  # noqa: DTZ007 - the reader's own clock
    except ValueError:
        pass
    try:
        return Embargo(dt.date.fromisoformat(words))
    except ValueError:
        bad(reader, fenced.lines[0], f'"{words}" is no day or time.', hint)
    return None


def bad(reader: ProseReader, phrase: Phrase, message: str, hint: str) -> None:
    """Add the problem that a block can't be read."""
    reader.names.report(rules.BAD_BLOCK, phrase, message, hint)
