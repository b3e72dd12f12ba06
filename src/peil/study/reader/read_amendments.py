"""``[[exclusions]]`` and ``[[recodings]]``: dated, reasoned entries that change what is analysed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.amendment import Exclusion, Recoding
from peil.study.checks import bad_amendment
from peil.study.codebook import Item
from peil.study.own_words import compare_key
from peil.study.question import Kind, Option
from peil.study.reader.plan_names import PlanNames
from peil.study.reader.typed import Table
from peil.study.text import OpenBlank

NO_REASON = 'Write reason = "…", in words that a report may print.'
NO_DAY = "Write the day of the decision: on = 2026-01-31, without quotes."


def read_exclusions(whole: Table) -> tuple[Exclusion, ...]:
    """Give the exclusions in written order; an interview that stands there twice is told.

    Args:
        whole: The file's outermost table.
    """
    found: dict[str, Exclusion] = {}
    for table in _entries(whole, "exclusions"):
        table.known(("interview", "on", "reason"))
        interview, decided = table.text("interview").strip(), _decision(table)
        if not interview and isinstance(table.values.get("interview", ""), str):
            hint = 'Write interview = "…": its id, as the data have it.'
            table.wrong("No interview is named.", "interview", hint=hint)
        elif interview in found:
            message = f'The interview "{interview}" is excluded already.'
            table.wrong(message, "interview", hint="Take one of the two away.")
        elif interview and decided:
            found[interview] = Exclusion(interview, *decided, table.at)
    return tuple(found.values())


def read_recodings(whole: Table, names: PlanNames) -> tuple[Recoding, ...]:
    """Give the recodings in written order; one that can't be carried out is told, and left out.

    Args:
        whole: The file's outermost table.
        names: Looks up items and options.
    """
    found = tuple(one for table in _entries(whole, "recodings") for one in _recoding(table, names))
    return tuple(_once_each(found, whole))


def _entries(whole: Table, name: str) -> tuple[Table, ...]:
    """Give the entries; their problems are of the rule for amendments."""
    return tuple(replace(table, rule=bad_amendment.RULE) for table in whole.entries(name))


def _decision(table: Table) -> tuple[dt.date, str] | None:
    """Give the day and the reason of an entry; None where one of them is missing."""
    on, reason = table.date("on"), table.text("reason").strip()
    if "on" not in table.values:
        table.wrong("It has no date.", hint=NO_DAY)
    if not reason and isinstance(table.values.get("reason", ""), str):
        table.wrong("It has no reason.", "reason", hint=NO_REASON)
    return (on, reason) if on and reason else None


def _recoding(table: Table, names: PlanNames) -> Iterator[Recoding]:
    table.known(("item", "option", "texts", "to", "on", "reason"))
    decided, texts = _decision(table), _texts(table)
    for name in ("item", "option", "to"):
        if name not in table.values:
            table.wrong(f'It doesn\'t say "{name}".', hint=f'Write {name} = "…".')
    item = _item(table, names) if "item" in table.values else None
    if item is None:
        return
    option, to = (_option(table, item, names, name) for name in ("option", "to"))
    if option and not isinstance(option.blank, OpenBlank):
        hint = "Name an option with ____ beside it: own words are recoded."
        table.wrong(f'No words are written beside the option "{option.id}".', "option", hint=hint)
    elif option and to and _can_become(table, item, option, to) and texts and decided:
        yield Recoding(item.key, option.id, texts, to.id, *decided, table.at)


def _texts(table: Table) -> tuple[str, ...]:
    found = table.texts("texts")
    if table.values.get("texts", []) == []:
        table.wrong("It doesn't say which texts.", "texts", hint='Write texts = ["…", "…"].')
    if not all(map(compare_key, found)):
        table.wrong("One of the texts is empty.", "texts", hint="Take it away.")
        return ()
    return found


def _item(table: Table, names: PlanNames) -> Item | None:
    name = table.text("item")
    span = table.settings.start(*table.place, "item")
    item = names.item(name, span) if name else None
    if item is None:
        return None
    if item.key != name:
        part = "rows" if item.row else "repeats"
        table.wrong(f'"{name}" is several items.', "item", hint=f'Name one of its {part}: "{item.key}", say.')
        return None
    if item.derived or item.kind not in {Kind.SINGLE, Kind.MULTI}:
        hint = "Name a question, or a row of a matrix, with options to choose from."
        table.wrong(f'Answers to "{name}" can\'t be recoded.', "item", hint=hint)
        return None
    return item


def _option(table: Table, item: Item, names: PlanNames, name: str) -> Option | None:
    found = table.text(name)
    if not found:
        return None
    known = names.options(item, [(found, table.settings.start(*table.place, name))])
    return next((option for option in item.options if option.id in known), None)


def _can_become(table: Table, item: Item, option: Option, to: Option) -> bool:
    """Say whether the one option can take the other's place."""
    if option.id == to.id:
        message, hint = f'It is "{to.id}" already.', "Name the option that it belongs to."
    elif item.kind is Kind.MULTI and (to.exclusive or to.missing):
        message = f'"{to.id}" stands alone, and other options may be ticked beside the text.'
        hint = "Leave the text as it is."
    else:
        return True
    table.wrong(message, "to", hint=hint)
    return False


def _once_each(recodings: tuple[Recoding, ...], whole: Table) -> Iterator[Recoding]:
    """Give the recodings of which no text is recoded to something else before."""
    taken: dict[tuple[str, str, str], str] = {}
    for one in recodings:
        fine = True
        for text in one.texts:
            before = taken.setdefault((one.item, one.option, compare_key(text)), one.to)
            if before != one.to:
                fine = False
                message = f'"{text}" is "{before}" by another entry, and "{one.to}" here.'
                whole.problems.append(_contradiction(one.span, message))
        if fine:
            yield one


def _contradiction(span: Span, message: str) -> Problem:
    return bad_amendment.RULE.problem(span, message, hint="Take the text away from one of the two.")
