"""What can be filled in beside an option or as a row's name, in two versions."""

from collections.abc import Iterator

from peil.core.span import Span
from peil.study.changes import part_kinds as kinds
from peil.study.changes import question_kinds
from peil.study.changes.bounds import blank_bounds
from peil.study.changes.change import Change
from peil.study.question import Row
from peil.study.text import Blank, OpenBlank

NOTHING, WORDS, NUMBER = "nothing", "words", "a number"


def compare_blank(name: str, part: str, old: Blank | None, new: Blank | None, span: Span) -> Iterator[Change]:
    """Give what changed about the blank beside an option."""
    yield from _filled(name, part, _held(old), _held(new), span)
    before, after = blank_bounds(old), blank_bounds(new)
    if before and after and before != after:
        kind = question_kinds.BOUNDS_WIDENED if after.holds(before) else question_kinds.BOUNDS_NARROWED
        yield Change(kind, name, span, part, str(before), str(after))


def compare_open_row(name: str, old: Row, new: Row) -> Iterator[Change]:
    """Give what changed about a row's own name."""
    yield from _filled(name, new.id, WORDS if old.open else NOTHING, WORDS if new.open else NOTHING, new.span)


def _filled(name: str, part: str, old: str, new: str, span: Span) -> Iterator[Change]:
    if old != new:
        kind = kinds.BLANK_ADDED if old == NOTHING else kinds.BLANK_REMOVED
        yield Change(kind, name, span, part, old, new)


def _held(blank: Blank | None) -> str:
    return NOTHING if blank is None else WORDS if isinstance(blank, OpenBlank) else NUMBER
