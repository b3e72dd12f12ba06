"""Read lists: classes that deviate, the options that most chose, and lists written by rule."""

import re

from peil.report import problems as rules
from peil.report.template.binding import Deviating, Top, Value, WrittenList
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_answer import read_head
from peil.report.template.read_selection import read_filters, select
from peil.study.codebook import Item

SAYS = r"\s+is\s+"
TOP = re.compile(r"(\d+)\s+(.+)", re.DOTALL)
LISTED = re.compile(r"(deviating|top)\s+(.+)", re.DOTALL)


def read_deviating(names: Names, phrase: Phrase) -> Deviating | None:
    """Read ``deviating usage: often by sector, employment is makers, museums | …``."""
    head, rest = phrase.cut(r"\|")
    head, stated = head.cut(SAYS)
    head, by = head.cut(r"\s+by\s+")
    if by is None:
        hint = f"Write by GROUP, such as by {', '.join(names.study.plan.groups[:1]) or 'sector'}."
        names.report(rules.BAD_BINDING, head, "It names no group to split by.", hint)
        return None
    selection = read_head(names, head, read_filters(names, rest, split=False))
    groups = [names.group(part) for part in by.commas()]
    known = [group for group in groups if group]
    if selection is None or len(known) < len(groups):
        return None
    keys = tuple(dict.fromkeys(group.key for group in known))
    if stated is None:
        return Deviating(selection, keys)
    named = [read_class(names, known, part) for part in stated.commas()] if stated.plain != "none" else []
    return None if None in named else Deviating(selection, keys, tuple(one for one in named if one))


def read_class(names: Names, groups: list[Item], phrase: Phrase) -> tuple[str, str] | None:
    """Read ``ID``, or ``GROUP.ID`` where several groups have such a class; give the group and the id."""
    fits = {f"{group.key}.{option}": (group.key, option) for group in groups for option in group.option_ids}
    if phrase.plain in fits:
        return fits[phrase.plain]
    own = [name for name, (_, option) in fits.items() if option == phrase.plain]
    if len(own) > 1:
        message = f'"{phrase.plain}" is a class of several of these groups.'
        names.report(rules.BAD_BINDING, phrase, message, f"Write {' or '.join(own)}.")
        return None
    if not own:
        known = dict.fromkeys(option for _, option in fits.values())
        names.unknown(phrase, "These groups have no class", known)
        return None
    return fits[own[0]]


def read_top(names: Names, phrase: Phrase) -> Top | None:
    """Read ``top 3 reasons is speed, quality | …``."""
    head, rest = phrase.cut(r"\|")
    head, stated = head.cut(SAYS)
    found = TOP.fullmatch(head.text)
    if found is None or not int(found[1]):
        message = "It doesn't say how many are named."
        names.report(rules.BAD_BINDING, head, message, "Write top 3 ITEM, say.")
        return None
    selection = select(names, head.group(found, 2), None, read_filters(names, rest))
    if selection is None:
        return None
    known = names.study.codebook.items[selection.item]
    ids = [names.option(known, part) for part in stated.commas()] if stated else []
    return None if None in ids else Top(selection, int(found[1]), tuple(option for option in ids if option))


def read_written(names: Names, phrase: Phrase) -> Value | None:
    """Read ``list deviating …`` and ``list top 3 …``."""
    found = LISTED.fullmatch(phrase.text)
    if found is None:
        hint = "Write list deviating ITEM: OPTION by GROUP, or list top 3 ITEM."
        names.report(rules.BAD_BINDING, phrase, f'"{phrase.plain}" is no list.', hint)
        return None
    rest = phrase.group(found, 2)
    made = read_top(names, rest) if found[1] == "top" else read_deviating(names, rest)
    if made is None:
        return None
    if made.stated:
        hint = "Take it out: the list is written by rule."
        names.report(rules.BAD_BINDING, phrase, "A written list states no ids.", hint)
        return None
    return WrittenList(made)
