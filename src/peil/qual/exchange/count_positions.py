r"""In what a tool counted positions: the format says code points of the file, and not every tool does.

Some keep ``\r\n`` in the file and count it as one, some count UTF-16 units, in which an emoji is two. Many
write the first words of a piece as its name. So each way of counting is tried on a text, and the one stands
by which most names are the words at their place; where none is better than another, the format's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, product

from peil.qual.exchange.coded_project import OWN_ORIGIN

ONE_LINE_END = ("atlas",)
"""Tools that count ``\r\n`` as one, by how their origin begins."""

ENOUGH = 12
"""So many characters of a name are compared."""


@dataclass(frozen=True, slots=True)
class Counted:
    r"""A way of counting: ``\r\n`` as one, and in UTF-16 units rather than code points."""

    joined: bool = False
    utf16: bool = False

    def __str__(self) -> str:
        """Say what it counts."""
        units = "UTF-16 units" if self.utf16 else "code points"
        return f"{units}, a line end of two characters counted as one" if self.joined else units


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece as a tool wrote it: where it begins and ends as that tool counts, and its name."""

    start: int
    end: int
    name: str


def ways_of(text: str, origin: str) -> tuple[Counted, ...]:
    """Give the ways that differ for a text, the one that its tool is known for first."""
    joins = (False, True) if "\r\n" in text and origin != OWN_ORIGIN else (False,)
    units = (False, True) if origin != OWN_ORIGIN and any(ord(one) > 0xFFFF for one in text) else (False,)
    if origin.casefold().startswith(ONE_LINE_END):
        joins = joins[::-1]
    return tuple(Counted(joined, utf16) for utf16, joined in product(units, joins))


def places_of(text: str, way: Counted) -> Sequence[int]:
    """Give for each position as counted the position in code points; one more than the text is long."""
    if not way.joined and not way.utf16:
        return range(len(text) + 1)
    before = chain("\n", text)
    widths = [
        0 if way.joined and one == "\n" and last == "\r" else 2 if way.utf16 and ord(one) > 0xFFFF else 1
        for last, one in zip(before, text, strict=False)
    ]
    found = [place for place, width in enumerate(widths) for _ in range(width)]
    return [*found, len(text)]


def choose_way(text: str, origin: str, pieces: Sequence[Placed]) -> tuple[Counted, Sequence[int]]:
    """Give the way of counting that fits a text's pieces best, and its places in code points."""
    ways = ways_of(text, origin)
    tried = [(way, places_of(text, way)) for way in ways]
    if len(tried) == 1:
        return tried[0]
    return max(tried, key=lambda one: fit(text, one[1], pieces))


def fit(text: str, places: Sequence[int], pieces: Sequence[Placed]) -> tuple[int, int]:
    """Count the names that are the words at their place, and the pieces that lie in the text."""
    inside = [piece for piece in pieces if 0 <= piece.start <= piece.end < len(places)]
    named = sum(names_it(piece.name, text[places[piece.start] : places[piece.end]]) for piece in inside)
    return named, len(inside)


def names_it(name: str, words: str) -> bool:
    """Say whether a name is the beginning of these words, whatever stands between them."""
    wanted = "".join(name.split())[:ENOUGH].rstrip(".…")
    return bool(wanted) and "".join(words.split()).startswith(wanted)
