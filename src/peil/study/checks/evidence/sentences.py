"""A text cut into sentences as a respondent reads them, and sentences into words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from peil.study.text import Fill, Part, Text

APOSTROPHE = "\u2019"
OPENING = "\"'\u201c\u2018\u201e\u00ab(["
CLOSING = "\"'\u201d\u2019\u00bb)]"
WORD = re.compile(r"[^\W_]+(?:['\u2019\-\u2011./][^\W_]+)*")
STOP = re.compile(rf"[.?!]+[{re.escape(CLOSING)}]*(?:\s+|$)")
PARAGRAPH = re.compile(r"\n\s*\n")
SHORTENED = frozenset(
    [
        *(
            "approx",
            "bijv",
            "blz",
            "bzw",
            "ca",
            "cf",
            "dhr",
            "dr",
            "drs",
            "evt",
            "evtl",
            "excl",
            "fig",
            "ggf",
        ),
        *("incl", "inkl", "ir", "max", "mevr", "mio", "mlle", "mme", "mr", "mrd", "mrs", "ms", "mw", "nr"),
        *("pag", "pp", "prof", "resp", "sog", "st", "vgl", "vol", "vs"),
    ]
)
"""Words that are written with a full stop; single letters (``d.w.z.``, ``z. B.``) aren't listed."""
NEARBY = 20
"""How many letters around a stop say whether a sentence ends there."""
REMEMBERED = 2**14
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; a fill stands in it as its fallback, and a blank as an ellipsis.

    Args:
        text: The sentence.
        words: Its words in order; what is written in one piece with an apostrophe or a hyphen is one.
    """

    text: str
    words: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark, whatever blank follows that."""
        return self.text.rstrip(f"{ELLIPSIS} {CLOSING}").endswith("?")

    @property
    def plain(self) -> str:
        """The text with straight apostrophes."""
        return self.text.replace(APOSTROPHE, "'")

    def quote(self, most: int = 12) -> str:
        """Give its first words, to be recognised by."""
        written = self.text.split()
        return " ".join(written[:most]) + (f" {ELLIPSIS}" if len(written) > most else "")


@lru_cache(REMEMBERED)
def sentences(text: Text) -> tuple[Sentence, ...]:
    """Give the sentences of a text; what holds no word is none. Every rule reads the same texts."""
    found = (one for paragraph in PARAGRAPH.split(read_out(text)) for one in split(paragraph))
    return tuple(Sentence(one, words) for one in found if (words := tuple(WORD.findall(one))))


def read_out(text: Text) -> str:
    """Give the text with its fills and blanks filled in."""
    return "".join(map(spoken, text.parts))


def spoken(part: Part) -> str:
    """Give one part as words."""
    if isinstance(part, str):
        return part
    return part.fallback or ELLIPSIS if isinstance(part, Fill) else ELLIPSIS


def split(paragraph: str) -> list[str]:
    """Cut a paragraph after each stop that ends a sentence."""
    found: list[str] = []
    start = 0
    for stop in STOP.finditer(paragraph):
        before = paragraph[max(start, stop.start() - NEARBY) : stop.start()]
        if ends(before, stop.group(), paragraph[stop.end() : stop.end() + NEARBY]):
            found.append(" ".join(paragraph[start : stop.end()].split()))
            start = stop.end()
    return [*found, " ".join(paragraph[start:].split())]


def ends(before: str, stop: str, after: str) -> bool:
    """Say whether a stop ends a sentence: not after a shortened word, nor before a small letter."""
    if "?" in stop or "!" in stop:
        return True
    last = re.split(r"[\s.(]", before)[-1].lower()
    first = after.lstrip(OPENING)[:1]
    return not (first.islower() or last in SHORTENED or (len(last) == 1 and last.isalpha()))
