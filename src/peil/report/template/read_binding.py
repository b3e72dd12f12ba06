"""Read what stands in ``{= …}``: the kind of value and its selection."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from peil.report import problems as rules
from peil.report.template.binding import (
    BaseSize,
    Claim,
    Comparison,
    Count,
    Deviating,
    Fact,
    MeanShare,
    Mode,
    Rank,
    Share,
    Value,
)
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_selection import Filters, read_filters, select
from peil.report.template.selection import Selection
from peil.study.codebook import Item
from peil.study.expr.tree import Order

KEYWORD = re.compile(r"(count|base|mode|rank|compare|claim|mean|deviating|fact)\s+(?!:)(.+)", re.DOTALL)
BOUND = re.compile(r"(.+?)(>=|<=|>|<|=)\s*(\d+(?:[.,]\d+)?)\s*%?\s*", re.DOTALL)
SAYS = r"\s+is\s+"
RATES = ("RR1", "RR2", "RR3", "RR4", "RR5", "RR6", "participation", "completion")
FACTS = ("rows", "analysed", "complete", "excluded", "turned_away", "invited", *RATES)


def read_value(names: Names, phrase: Phrase) -> Value | None:
    """Read a binding's value; None when it can't be read, with a problem that says why."""
    found = KEYWORD.fullmatch(phrase.text)
    if found is None:
        selection = read_share(names, phrase)
        return Share(selection) if selection else None
    return READERS[found.group(1)](names, phrase.group(found, 2))


def read_share(names: Names, phrase: Phrase) -> Selection | None:
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


def read_count(names: Names, phrase: Phrase) -> Value | None:
    """Read ``count usage: often | …``."""
    selection = read_share(names, phrase)
    return Count(selection) if selection else None


def read_base(names: Names, phrase: Phrase) -> Value | None:
    """Read ``base usage | …``."""
    item, rest = phrase.cut(r"\|")
    selection = select(names, item, None, read_filters(names, rest))
    return BaseSize(selection) if selection else None


def read_mode(names: Names, phrase: Phrase) -> Value | None:
    """Read ``mode usage | …`` and ``mode usage is often, never | …``."""
    head, rest = phrase.cut(r"\|")
    item, stated = head.cut(SAYS)
    selection = select(names, item, None, read_filters(names, rest))
    if selection is None:
        return None
    known = names.study.codebook.items[selection.item]
    ids = [names.option(known, part) for part in stated.commas()] if stated else []
    return None if None in ids else Mode(selection, tuple(option for option in ids if option))


def read_rank(names: Names, phrase: Phrase) -> Value | None:
    """Read ``rank reasons: quality | …`` and ``rank reasons: quality is 2 | …``."""
    head, rest = phrase.cut(r"\|")
    head, stated = head.cut(SAYS)
    if stated and not stated.text.isdecimal():
        names.report(rules.BAD_BINDING, stated, f'"{stated.plain}" is no rank.', "Write is 2, say.")
        return None
    selection = read_head(names, head, read_filters(names, rest))
    if selection is None:
        return None
    if len(selection.options) > 1:
        names.report(rules.BAD_BINDING, head, "A rank is of one option.", "Name one of them.")
        return None
    return Rank(selection, int(stated.text) if stated else None)


def read_comparison(names: Names, phrase: Phrase) -> Value | None:
    """Read ``compare SELECTION`` (with the total) and ``compare SELECTION vs FILTERS or SELECTION``."""
    one, other = phrase.cut(r"\s+vs\s+")
    left = read_share(names, one)
    if other is None:
        if left and left.group is None:
            hint = "Name a class, such as | employment: employer, or a second selection after vs."
            names.report(rules.BAD_BINDING, one, "The total is compared with itself.", hint)
            return None
        return Comparison(left, left.total) if left else None
    right = read_right(names, one, other)
    return Comparison(left, right) if left and right else None


def read_right(names: Names, one: Phrase, other: Phrase) -> Selection | None:
    """Read what stands after ``vs``: filters for the same answer, or a selection of its own."""
    head, filters = one.cut(r"\|")
    item = head.cut(":")[0].plain
    name = other.cut(":")[0].plain
    groups = {*names.study.plan.groups, *re.findall(r"([\w.]+)\s*:", filters.text if filters else "")}
    replaces = "|" not in other.text and name != item and (name in groups or ":" not in other.text)
    if replaces and filters is not None:
        return read_head(names, head, read_filters(names, other))
    return read_share(names, other)


def read_claim(names: Names, phrase: Phrase) -> Value | None:
    """Read ``claim usage: often > 50% | …``."""
    head, rest = phrase.cut(r"\|")
    found = BOUND.fullmatch(head.text)
    if found is None:
        hint = "Write ITEM: OPTION > 50%, with >, >=, <, <= or =."
        names.report(rules.BAD_BINDING, head, "The claim states no bound.", hint)
        return None
    selection = read_head(names, head.group(found, 1), read_filters(names, rest))
    bound = Decimal(found.group(3).replace(",", "."))
    return Claim(selection, Order(found.group(2)), bound) if selection else None


def read_mean(names: Names, phrase: Phrase) -> Value | None:
    """Read ``mean switch.* except switch.other1: never | …``."""
    head, rest = phrase.cut(r"\|")
    listed, option = head.cut(r":")
    if option is None:
        names.report(rules.BAD_BINDING, head, "The mean names no option.", "Write mean switch.*: never.")
        return None
    wanted, dropped = listed.cut(r"\s+except\s+")
    left_out = {key for part in (dropped.commas() if dropped else ()) for key in names.items(part)}
    keys = [key for part in wanted.commas() for key in names.items(part) if key not in left_out]
    filters = read_filters(names, rest)
    found = [select(names, replace(wanted, text=key), option, filters) for key in dict.fromkeys(keys)]
    selections = tuple(selection for selection in found if selection)
    return MeanShare(selections) if found and len(selections) == len(found) else None


def read_deviating(names: Names, phrase: Phrase) -> Value | None:
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


def read_fact(names: Names, phrase: Phrase) -> Value | None:
    """Read ``fact rows`` and ``fact reached.usage``."""
    if phrase.plain in FACTS:
        return Fact(phrase.plain)
    name, question = phrase.cut(r"\.")
    asked = {step.question for step in names.study.route.steps}
    if name.plain == "reached" and question and question.plain in asked:
        return Fact("reached", question.plain)
    if name.plain == "reached" and question:
        names.unknown(question, "There is no question", sorted(asked))
    else:
        names.unknown(phrase, "There is no fact", (*FACTS, "reached.QUESTION"))
    return None


READERS: dict[str, Callable[[Names, Phrase], Value | None]] = {
    "count": read_count,
    "base": read_base,
    "mode": read_mode,
    "rank": read_rank,
    "compare": read_comparison,
    "claim": read_claim,
    "mean": read_mean,
    "deviating": read_deviating,
    "fact": read_fact,
}
