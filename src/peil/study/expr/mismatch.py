"""Why a name can't be compared in the way it was, and what to write in its place."""

from dataclasses import dataclass

from peil.study.codebook import Codebook, Item, ValueKind, Variable
from peil.study.expr.spoken import SpokenBetween, SpokenCompare, SpokenHas, SpokenIs
from peil.study.expr.words import Sort, Word
from peil.study.question import Kind

NUMERIC = {ValueKind.NUMBER, ValueKind.RANK, ValueKind.STEP}


@dataclass(frozen=True, slots=True)
class Wrong:
    """What doesn't fit, in a sentence without a capital, and a repair."""

    message: str
    hint: str = ""


def option_mismatch(named: Item | Variable | tuple[Item, ...], spoken: SpokenIs) -> Wrong | None:  # noqa: PLR0911 - one case a kind
    """Say why ``is`` doesn't fit, or None."""
    option = spoken.options[0].text
    if isinstance(named, tuple):
        return _several(named, f"is {option}")
    if isinstance(named, Variable):
        return _variable(named)
    if named.kind is Kind.MULTI:
        return Wrong(f'{named.key} can have several answers, so use "has".', _has_hint(named, spoken))
    if named.kind is Kind.NUMBER:
        hint = f'Write "{named.key} = {option}".' if spoken.options[0].sort is Sort.NUMBER else ""
        return Wrong(f"{named.key} is a number, which compares with <, <=, =, >=, > or between.", hint)
    if named.kind is Kind.SCALE:
        if spoken.options[0].sort is Sort.NUMBER:
            return Wrong(
                f"{named.key} is a scale, which compares as a number.", f'Write "{named.key} = {option}".'
            )
        return None
    if named.kind is not Kind.SINGLE:
        return _no_choice(named)
    if spoken.options[0].sort is Sort.NUMBER:
        choices = ", ".join(named.option_ids)
        return Wrong(f"{named.key} has options, not numbers.", f"Name an option by its id: {choices}.")
    return None


def tick_mismatch(named: Item | Variable | tuple[Item, ...], spoken: SpokenHas) -> Wrong | None:
    """Say why ``has`` doesn't fit, or None."""
    if isinstance(named, tuple):
        return _several(named, f"has {spoken.option.text}")
    if isinstance(named, Variable):
        return _variable(named)
    if named.kind is Kind.MULTI:
        return None
    if named.kind in {Kind.SINGLE, Kind.SCALE}:
        return Wrong(
            f'{named.key} has one answer, so use "is".', f'Write "{named.key} is {spoken.option.text}".'
        )
    return _no_choice(named)


def number_mismatch(
    named: Item | Variable | tuple[Item, ...], spoken: SpokenCompare | SpokenBetween, codebook: Codebook
) -> Wrong | None:
    """Say why a comparison with a number doesn't fit, or None."""
    wrong = _count_mismatch(named, spoken) if spoken.counted else _number_mismatch(named, spoken, codebook)
    if wrong is None and isinstance(spoken, SpokenCompare) and isinstance(spoken.right, Word):
        return Wrong("a number can only be compared with a number.")
    return wrong


def _count_mismatch(
    named: Item | Variable | tuple[Item, ...], spoken: SpokenCompare | SpokenBetween
) -> Wrong | None:
    if isinstance(named, tuple):
        row = named[0].key
        return Wrong(f"{spoken.name.text} has several rows or repeats.", f'Name one: "count({row})".')
    if isinstance(named, Item) and named.kind is Kind.MULTI:
        return None
    name = spoken.name.text
    return Wrong(f"{name} has no ticks to count; count is for questions with several answers.")


def _number_mismatch(
    named: Item | Variable | tuple[Item, ...], spoken: SpokenCompare | SpokenBetween, codebook: Codebook
) -> Wrong | None:
    if isinstance(named, tuple):
        return _several(named, "…")
    if isinstance(named, Item):
        if named.kind is Kind.MULTI:
            return Wrong(f"{named.key} is not a number.", f'Count its ticks: "count({named.key})".')
        if named.kind is Kind.SINGLE:
            return Wrong(f"{named.key} has options, not numbers.", _is_hint(named, spoken))
        main = codebook.variables.get(named.key)
        return None if main and main.value in NUMERIC else _no_choice(named)
    return None if named.value in NUMERIC else _variable(named)


def _is_hint(item: Item, spoken: SpokenCompare | SpokenBetween) -> str:
    option = item.option_ids[0] if item.options else "…"
    if isinstance(spoken, SpokenCompare) and isinstance(spoken.right, Word):
        option = spoken.right.text
    return f'Write "{item.key} is {option}".'


def _has_hint(item: Item, spoken: SpokenIs) -> str:
    ticks = " or ".join(f"{item.key} has {word.text}" for word in spoken.options)
    if spoken.negated:
        ticks = f"not ({ticks})" if len(spoken.options) > 1 else f"not {ticks}"
    return f'Write "{ticks}".'


def _several(items: tuple[Item, ...], rest: str) -> Wrong:
    first = items[0]
    if first.row is not None:
        return Wrong(
            f"{first.question} is a matrix; name one of its rows.", f'Write "{first.key} {rest}", say.'
        )
    return Wrong(
        f"{first.question} is asked once for each answer; name one of them.",
        f'Write "{first.key} {rest}", say.',
    )


def _variable(variable: Variable) -> Wrong:
    match variable.value:
        case ValueKind.TICK:
            return Wrong(f"{variable.name} is a tick.", f'Write "{variable.item} has {variable.option}".')
        case ValueKind.TEXT | ValueKind.DATE:
            return _text(variable.name)
    return Wrong(f"{variable.name} is a number, which compares with <, <=, =, >=, > or between.")


def _no_choice(item: Item) -> Wrong:
    if item.kind is Kind.RANKING:
        first = item.variables[0]
        return Wrong(f"{item.key} is a ranking; compare an item's rank.", f'Write "{first} = 1", say.')
    return _text(item.key)


def _text(name: str) -> Wrong:
    return Wrong(
        f"{name} holds free text or a date, not options or a number.",
        f'Only "{name} was answered" can be asked of it.',
    )
