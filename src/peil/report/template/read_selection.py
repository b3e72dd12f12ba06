"""Read selections: ``ITEM: OPTION | FILTERS``."""

import re
from dataclasses import dataclass, replace

from peil.report import problems as rules
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.selection import Selection
from peil.study.base import ANSWERED, Base
from peil.study.codebook import Item
from peil.study.expr.condition import Condition
from peil.study.expr.tree import both
from peil.study.question import Kind

SETTING = re.compile(r"(where|without|with)\s+(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Filters:
    """Who is selected: a class of a group, conditions and base, not yet bound to an item.

    ``left_out`` are the options that the base names, as written: only an item can say whether they exist.
    """

    by: str | None = None
    group: str | None = None
    where: Condition | None = None
    base: Base = ANSWERED
    left_out: tuple[Phrase, ...] = ()


def read_filters(names: Names, phrase: Phrase | None, *, split: bool = True) -> Filters | None:
    """Read filters; None when one of them can't be read.

    Args:
        names: Where names are looked up.
        phrase: What stands after ``|``, or None.
        split: The first class of a group becomes the table's split; else it joins the conditions.
    """
    found: Filters | None = Filters()
    for part in phrase.commas() if phrase else ():
        setting = SETTING.fullmatch(part.text)
        if setting:
            one = read_setting(names, setting.group(1), part.group(setting, 2))
        else:
            one = read_class(names, part, split=split and found is not None and found.by is None)
        found = join(found, one) if found and one else None
    return found


def join(first: Filters, second: Filters) -> Filters:
    """Give both filters together."""
    base = Base(
        first.base.without_missing or second.base.without_missing,
        tuple(dict.fromkeys((*first.base.without, *second.base.without))),
        first.base.blanks or second.base.blanks,
    )
    where = join_conditions(first.where, second.where)
    left_out = (*first.left_out, *second.left_out)
    return Filters(first.by or second.by, first.group or second.group, where, base, left_out)


def join_conditions(first: Condition | None, second: Condition | None) -> Condition | None:
    """Give the conjunction of two conditions, in words that parse to it."""
    if first is None or second is None:
        return first or second
    source = f"{bracket(first.source)} and {bracket(second.source)}"
    return Condition(both(first.tree, second.tree), source, first.span)


def bracket(source: str) -> str:
    """Put parentheses around an expression of several terms."""
    return f"({source})" if re.search(r"\b(?:and|or)\b", source) else source


def read_setting(names: Names, word: str, rest: Phrase) -> Filters | None:
    """Read ``where EXPR``, ``without missing``, ``without OPTION`` or ``with blanks``."""
    if word == "where":
        condition = names.condition(rest)
        return Filters(where=condition) if condition else None
    if word == "with":
        if rest.plain == "blanks":
            return Filters(base=Base(blanks=True))
        names.report(
            rules.BAD_BINDING, rest, f'"with {rest.plain}" is no base setting.', "Write with blanks."
        )
        return None
    if rest.plain == "missing":
        return Filters(base=Base(without_missing=True))
    return Filters(base=Base(without=(rest.plain,)), left_out=(rest,))


def read_class(names: Names, part: Phrase, *, split: bool) -> Filters | None:
    """Read ``employment: employer``."""
    name, wanted = part.cut(":")
    if wanted is None:
        hint = "Write GROUP: CLASS, where EXPR, without missing, without OPTION or with blanks."
        names.report(rules.BAD_BINDING, part, f'"{part.plain}" is no filter.', hint)
        return None
    group = names.group(name)
    chosen = names.group_class(group, wanted) if group else None
    if group is None or chosen is None:
        return None
    if split:
        return Filters(group.key, chosen)
    source = f"{group.key} is {chosen}"
    condition = names.condition(replace(part, text=source))
    return Filters(where=condition) if condition else None


def select(names: Names, item: Phrase, option: Phrase | None, filters: Filters | None) -> Selection | None:
    """Bind filters to an item and the options named; None when something isn't there."""
    found = names.item(item)
    if found is None or filters is None or not known_base(names, found, filters):
        return None
    options = read_options(names, found, option) if option else ()
    if options is None:
        return None
    if "blank" in options and not filters.base.blanks and option:
        names.report(rules.BAD_BINDING, option, "Blanks are outside the base.", "Add the filter with blanks.")
        return None
    return Selection(found.key, options, filters.by, filters.group, filters.where, filters.base, item.span)


def select_number(names: Names, item: Phrase, filters: Filters | None) -> Selection | None:
    """Bind filters to a number or a scale, whose mean is meant; None when it isn't there."""
    found = names.numeric(item)
    if found is None or filters is None or not known_base(names, found, filters):
        return None
    return Selection(found.key, (), filters.by, filters.group, filters.where, filters.base, item.span)


def known_base(names: Names, item: Item, filters: Filters) -> bool:
    """Say whether all options that the base leaves out exist."""
    unknown = [phrase for phrase in filters.left_out if phrase.plain not in item.option_ids]
    for phrase in unknown:
        names.unknown(phrase, f"{item.key} has no option", item.option_ids)
    return not unknown


def read_options(names: Names, item: Item, phrase: Phrase) -> tuple[str, ...] | None:
    """Read ``often + very_often``; None when one isn't there or they can't be summed."""
    parts = [
        phrase.part(found.start(), found.end()).stripped() for found in re.finditer(r"[^+]+", phrase.text)
    ]
    found = [names.option(item, part) for part in parts if part.text]
    options = tuple(option for option in found if option)
    if not found or len(options) < len(found):
        return None
    if len(options) > 1 and item.kind is Kind.MULTI:
        hint = "Make a net in plan.toml: it counts people, not answers."
        names.report(
            rules.DOUBLE_COUNT, phrase, f"{item.key} takes several answers; its shares can't be summed.", hint
        )
        return None
    if len(options) > 1 and any(option.startswith("net:") for option in options):
        hint = "Sum the options themselves, or make one net."
        names.report(rules.DOUBLE_COUNT, phrase, "A net and an option may hold the same answers.", hint)
        return None
    return tuple(dict.fromkeys(options))
