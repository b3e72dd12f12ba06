"""What is made once a value and kept, found again by which value it is, not by what it equals."""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar, TypeVarTuple

Whole = TypeVar("Whole")
Made = TypeVar("Made")
More = TypeVarTuple("More")


def once_each(most: int) -> Callable[[Callable[[Whole, *More], Made]], Callable[[Whole, *More], Made]]:
    """Have a function make what it gives once for each first argument, and keep it for the last few.

    The first argument is compared by identity: comparing whole studies costs more than it saves. The others
    are compared as keys are.

    Args:
        most: How much is kept; what was made first makes room.
    """

    def decorate(make: Callable[[Whole, *More], Made]) -> Callable[[Whole, *More], Made]:
        # The value itself stands beside what was made of it: for as long, its identity is nobody else's.
        kept: dict[tuple[object, ...], tuple[Whole, Made]] = {}
        turn = Lock()

        def made(whole: Whole, *more: *More) -> Made:
            key = (id(whole), *more)
            found = kept.get(key)
            if found is None:
                found = whole, make(whole, *more)
                with turn:
                    if len(kept) >= most:
                        kept.pop(next(iter(kept)))
                    kept[key] = found
            return found[1]

        return made

    return decorate
