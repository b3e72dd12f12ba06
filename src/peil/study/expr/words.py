"""An expression cut into words, with the place of each."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a word is."""

    NAME = "name"
    NUMBER = "number"
    ORDER = "order"
    OPEN = "("
    CLOSE = ")"
    COMMA = ","
    ODD = "odd"
    END = "end"


@dataclass(frozen=True, slots=True)
class Word:
    """One word; ``start`` and ``end`` are offsets in the source."""

    sort: Sort
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Typographic:
    """A character that word processors put in the place of ``plain``, which may be empty."""

    character: str
    plain: str
    start: int

    @property
    def name(self) -> str:
        """The character's own name, in lower case."""
        return unicodedata.name(self.character, f"U+{ord(self.character):04X}").lower()


PLAIN = {
    "‘": "'",
    "’": "'",
    "‚": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "′": "'",
    "″": '"',
    "´": "'",
    "≤": "<=",
    "≥": ">=",
    "≠": "is not",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "…": "...",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u2007": " ",
    "\u200b": "",
    "\ufeff": "",
    "\u00ad": "",
    "（": "(",
    "）": ")",
    "，": ",",
    "＝": "=",
    "＜": "<",
    "＞": ">",
}

_WORD = re.compile(
    r"""\s*(?:
    (?P<name>[^\W\d]\w*(?:\[\w+\])?(?:\.\w+)*)
    |(?P<number>-?\d+(?:\.\d+)?(?!\w))
    |(?P<order><=|>=|<>|!=|==|<|>|=)
    |(?P<open>\()|(?P<close>\))|(?P<comma>,)
    |(?P<odd>"[^"]*"|'[^']*'|\w+|\S))""",
    re.VERBOSE,
)
_SORTS = {
    "name": Sort.NAME,
    "number": Sort.NUMBER,
    "order": Sort.ORDER,
    "open": Sort.OPEN,
    "close": Sort.CLOSE,
    "comma": Sort.COMMA,
    "odd": Sort.ODD,
}


def cut(source: str) -> tuple[list[Word], list[Typographic]]:
    """Cut the source into words, the last one of sort END.

    Typographic characters are read as what they stand for; quotation marks among them are read as if they
    weren't there, so that one slip gives one problem.
    """
    odd = [
        Typographic(character, PLAIN[character], at)
        for at, character in enumerate(source)
        if character in PLAIN
    ]
    plain, places = _plain(source)
    words = []
    at = 0
    while found := _WORD.match(plain, at):
        sort = _SORTS[found.lastgroup or "odd"]
        start, at = found.span(found.lastgroup or 0)
        words.append(Word(sort, found[found.lastgroup or 0], places[start], places[at - 1] + 1))
    words.append(Word(Sort.END, "", len(source.rstrip()), len(source.rstrip())))
    return words, odd


def _plain(source: str) -> tuple[str, list[int]]:
    """Give the source in plain characters, and for each of them its offset in the source."""
    plain: list[str] = []
    places: list[int] = []
    for at, character in enumerate(source):
        shown = PLAIN.get(character, character)
        if shown != character:
            shown = "" if shown in {"'", '"', ""} else f" {shown} " if shown == "is not" else shown
        plain.append(shown)
        places.extend([at] * len(shown))
    return "".join(plain), places
