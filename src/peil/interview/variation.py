"""A question as some respondents see it, with what is read of the answers to it then."""

import operator
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from peil.interview.answers import Value
from peil.interview.course import Asking
from peil.interview.interview import VisibleStep
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.question import Kind

Fits = Callable[[Value], bool]
Reading = tuple[str, Fits, str | None, Value | None]
"""A variable, which values of it count, and for what is asked beside an option: which value of which variable
chooses that option."""


@dataclass(frozen=True, slots=True)
class Taking:
    """How the answers to what is visible are taken over.

    Args:
        readings: Variable by variable; of one question, what is asked beside options comes last.
        item_keys: Keys of the items that are asked.
        role_matters: The role is decided by one of the answers.
    """

    readings: tuple[Reading, ...]
    item_keys: frozenset[str]
    role_matters: bool


@dataclass(frozen=True, slots=True)
class Variation:
    """A question as it is shown with these options and rows; ``mark`` has a bit for each that is."""

    shown: VisibleStep
    taking: Taking
    mark: int


def make_variation(asking: Asking, shown: VisibleStep, mark: int = 0) -> Variation:
    """Give the variation of a question in which this is visible."""
    found = [one for item in shown.items for one in _readings(asking, item, shown)]
    readings = (*(one for one in found if one[2] is None), *(one for one in found if one[2] is not None))
    keys = frozenset(item.key for item in shown.items)
    return Variation(shown, Taking(readings, keys, asking.role_matters), mark)


def joined(takings: Sequence[Taking]) -> Taking:
    """Give how the answers to several questions are taken over in turn."""
    return Taking(
        tuple(reading for one in takings for reading in one.readings),
        frozenset(key for one in takings for key in one.item_keys),
        any(one.role_matters for one in takings),
    )


def _readings(asking: Asking, item: Item, shown: VisibleStep) -> Iterator[Reading]:
    """Give how an item's answers are taken over, as far as options and rows are visible."""
    visible = shown.option_ids
    if item.kind is Kind.SCALE:
        visible &= item.missing_ids
    fields = {row.id for row in shown.rows}
    for variable in asking.variables[item.key]:
        if item.kind is Kind.CONTACT:
            if variable.name.rpartition(".")[2] in fields:
                yield variable.name, fits_of(variable, visible), None, None
        elif variable.follows is not None:
            yield variable.name, fits_of(variable, visible), *_choice(item, variable.follows)
        elif variable.value not in {ValueKind.RANK, ValueKind.TICK} or variable.option in visible:
            yield variable.name, fits_of(variable, visible), None, None


def _choice(item: Item, option: str) -> tuple[str, Value]:
    """Give the variable and the value of it that choose an option."""
    return (f"{item.key}.{option}", True) if item.kind is Kind.MULTI else (item.key, option)


def fits_of(variable: Variable, options: AbstractSet[str]) -> Fits:
    """Give a function that says whether a value is one of the variable's kind, and of these options."""
    match variable.value:
        case ValueKind.TICK:
            return partial(operator.is_, True)  # noqa: FBT003 - the value itself, not a flag
        case ValueKind.OPTION:
            return options.__contains__
        case ValueKind.STEP:
            return lambda value: value in options if isinstance(value, str) else _is_whole(value)
        case ValueKind.TEXT | ValueKind.DATE:
            return _is_text
        case _:
            return _is_number


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Value) -> bool:
    return _is_whole(value) or (isinstance(value, Decimal) and value.is_finite())
