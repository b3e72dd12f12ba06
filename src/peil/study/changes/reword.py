"""Wordings and conditions of one place in two versions."""

from collections.abc import Iterator

from peil.core.span import Span
from peil.study.changes import question_kinds as kinds
from peil.study.changes.change import Change
from peil.study.changes.spoken import rewordings, same_words
from peil.study.expr.condition import Condition
from peil.study.text import Wording


def reword(name: str, part: str, old: Wording, new: Wording, span: Span) -> Iterator[Change]:
    """Give where the words differ, a change for each role and language.

    Of what has another id now, a translation that isn't found under it is no change of words.
    """
    if old.path != new.path and same_words(old, new):
        return
    for one in rewordings(old, new):
        yield Change(kinds.REWORDED, name, span, part, one.old, one.new, role=one.role, language=one.language)


def recondition(
    name: str, part: str, old: Condition | None, new: Condition | None, span: Span
) -> Iterator[Change]:
    """Give a condition that says something else; the same in other words is no change."""
    if (old and old.tree) != (new and new.tree):
        yield Change(kinds.CONDITION_CHANGED, name, span, part, told(old), told(new))


def told(condition: Condition | None) -> str:
    """Give a condition as it is written."""
    return f"if {condition.source}" if condition else "for everyone"
