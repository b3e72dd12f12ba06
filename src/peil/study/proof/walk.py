"""A walk: one interview that shows something, in question order, with nothing but asked answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from peil.study.codebook import Item, ValueKind, Variable
from peil.study.proof.encoding import Encoding
from peil.study.question import Kind

Value = str | bool | int | Decimal

WORDS = "…"
"""What stands for words of one's own in a walk."""

DAY = "2026-01-31"
"""What stands for a date."""


@dataclass(frozen=True)
class Walk:
    """Answers by variable, as an interview takes them, in route order."""

    values: Mapping[str, Value]
    witness: tuple[tuple[str, str], ...]
    """Pairs of item and answer: option ids (several with commas), numbers, ``…`` for words."""


def read_walk(encoding: Encoding, true: Callable[[int], bool], until: int | None = None) -> Walk:
    """Read the walk that a model stands for.

    Args:
        encoding: What the model is of.
        true: Says whether a literal holds in the model.
        until: Position to stop before; default: the whole interview.
    """
    stop = encoding.last if until is None else until
    values: dict[str, Value] = {}
    witness: list[tuple[str, str]] = []
    answers = encoding.answers
    items = sorted(answers.position, key=answers.position.__getitem__)
    for key in items:
        if answers.position[key] < stop and true(answers.asked[key]):
            item = encoding.study.codebook.items[key]
            given = _values(encoding, item, true)
            values.update(given)
            witness.extend(_told(encoding, item, given))
    return Walk(values, tuple(witness))


def _values(encoding: Encoding, item: Item, true: Callable[[int], bool]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name in item.variables:
        variable = encoding.study.codebook.variables[name]
        value = _value(encoding, item, variable, true)
        if value is not None:
            found[name] = value
    return found


def _value(encoding: Encoding, item: Item, variable: Variable, true: Callable[[int], bool]) -> Value | None:
    answers = encoding.answers
    if not true(answers.filled[variable.name]):
        return None
    match variable.value:
        case ValueKind.TICK:
            return True
        case ValueKind.TEXT | ValueKind.DATE:
            return WORDS if variable.value is ValueKind.TEXT else DAY
        case ValueKind.OPTION:
            return next(o for o in item.option_ids if true(answers.choices[item.key, o]))
        case _:
            numbers = answers.numbers[variable.name]
            number = next((one for one, literal in numbers if true(literal)), None)
            if number is None:  # beside a scale's steps stand options
                return next(o for o in item.missing_ids if true(answers.choices[item.key, o]))
            return number if variable.value is ValueKind.NUMBER else int(number)


def _told(encoding: Encoding, item: Item, given: Mapping[str, Value]) -> list[tuple[str, str]]:
    """Tell an item's answers, a multi question's ticks as one."""
    variables = encoding.study.codebook.variables
    ticked = [variables[name].option or "" for name in given if variables[name].value is ValueKind.TICK]
    told = [(item.key, ", ".join(ticked))] if ticked and item.kind is Kind.MULTI else []
    return told + [
        (name, str(value)) for name, value in given.items() if variables[name].value is not ValueKind.TICK
    ]
