"""Search in answers."""

from collections.abc import Iterable

from peil.qual.groups import normalise
from peil.qual.open_answers import OpenAnswer


def search(answers: Iterable[OpenAnswer], sought: str) -> tuple[OpenAnswer, ...]:
    """Give the answers that hold the beginning of every word sought, in any order and in any case.

    Nothing sought finds nothing.
    """
    words = normalise(sought).split()
    if not words:
        return ()
    return tuple(one for one in answers if _holds(normalise(one.words).split(), words))


def _holds(there: list[str], sought: list[str]) -> bool:
    return all(any(word.startswith(each) for word in there) for each in sought)
