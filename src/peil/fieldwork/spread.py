"""Interviews by something they have: device, language, link, version, day."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from peil.fieldwork.case import Case
from peil.interview.interview import COMPLETE


@dataclass(frozen=True, slots=True)
class Spread:
    """Interviews that have one value of something.

    Args:
        value: The value; empty where it isn't known.
        begun: How many have it.
        complete: How many of these came to the end.
    """

    value: str
    begun: int
    complete: int


def spread(
    cases: Iterable[Case], value_of: Callable[[Case], str], known: Iterable[str] = ()
) -> tuple[Spread, ...]:
    """Count by a value: the known ones in their order, those of nobody too; others after them, sorted."""
    begun, complete = Counter[str](), Counter[str]()
    for case in cases:
        value = value_of(case)
        begun[value] += 1
        complete[value] += case.outcome == COMPLETE
    first = tuple(known)
    order = (*first, *sorted(begun.keys() - {*first}))
    return tuple(Spread(value, begun[value], complete[value]) for value in order)
