"""Read answers: ``ITEM: OPTION | FILTERS``, and two of them that are held against each other."""

import re
from dataclasses import replace

from peil.report import problems as rules
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_selection import Filters, join_conditions, read_filters, select
from peil.report.template.selection import Selection

REST, TOTAL = "rest", "total"
Pair = tuple[Selection, Selection]


def read_answer(names: Names, phrase: Phrase) -> Selection | None:
    """Read ``ITEM: OPTION | FILTERS``."""
    head, rest = phrase.cut(r"\|")
    return read_head(names, head, read_filters(names, rest))


def read_head(names: Names, head: Phrase, filters: Filters | None) -> Selection | None:
    """Read ``ITEM: OPTION`` under filters."""
    item, option = head.cut(":")
    if option is None or not option.text:
        message = f'"{head.plain}" names no option.'
        names.report(rules.BAD_BINDING, head, message, "Write ITEM: OPTION, such as usage: often.")
        return None
    return select(names, item, option, filters)


def read_single(names: Names, phrase: Phrase, what: str) -> Selection | None:
    """Read an answer of one option or net; ``what`` is told to be of one."""
    found = read_answer(names, phrase)
    if found and len(found.options) > 1:
        head, _ = phrase.cut(r"\|")
        hint = "Name one of them, or a net of them from plan.toml."
        names.report(rules.BAD_BINDING, head, f"{what} is of one option.", hint)
        return None
    return found


def read_pair(names: Names, phrase: Phrase, between: str) -> Pair | None:
    """Read ``SELECTION vs OTHER``; without a second one the first is held against the total.

    OTHER are filters for the same answer, ``rest``, ``total`` or a selection of its own.

    Args:
        names: Where names are looked up.
        phrase: Both.
        between: The word between them.
    """
    one, other = phrase.cut(rf"\s+{between}\s+")
    left = read_answer(names, one)
    if other is None or other.plain in {REST, TOTAL}:
        return against_whole(names, one, left, rest=other is not None and other.plain == REST)
    right = read_right(names, one, other)
    return (left, right) if left and right else None


def against_whole(names: Names, one: Phrase, left: Selection | None, *, rest: bool) -> Pair | None:
    """Give a class's answer with that of everybody, or of everybody else."""
    if left is None:
        return None
    if left.group is None:
        hint = "Name a class, such as | employment: employer, or a second selection after vs."
        names.report(rules.BAD_BINDING, one, "The total is compared with itself.", hint)
        return None
    return (left, others(names, one, left)) if rest else (left, left.total)


def others(names: Names, phrase: Phrase, selection: Selection) -> Selection:
    """Give the same answer of everybody in another class of the group."""
    source = f"{selection.by} is not {selection.group}"
    outside = names.condition(replace(phrase, text=source))
    return replace(selection.total, where=join_conditions(selection.where, outside))


def read_right(names: Names, one: Phrase, other: Phrase) -> Selection | None:
    """Read what stands after ``vs``: filters for the same answer, or a selection of its own."""
    head, filters = one.cut(r"\|")
    item = head.cut(":")[0].plain
    name = other.cut(":")[0].plain
    groups = {*names.study.plan.groups, *re.findall(r"([\w.]+)\s*:", filters.text if filters else "")}
    replaces = "|" not in other.text and name != item and (name in groups or ":" not in other.text)
    if replaces and filters is not None:
        return read_head(names, head, read_filters(names, other))
    return read_answer(names, other)
