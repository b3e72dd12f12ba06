"""Source text and stretches of it that know where they stand."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from peil.core.span import Span


@dataclass(frozen=True)
class Source:
    """A file's text; offsets in it become places."""

    file: str
    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = (0, *(match.end() for match in re.finditer("\n", self.text)))
        object.__setattr__(self, "starts", found)

    def span(self, offset: int) -> Span:
        """Give the place of an offset."""
        line = bisect_right(self.starts, offset)
        return Span(self.file, line, offset - self.starts[line - 1] + 1)

    def phrase(self, start: int, end: int) -> "Phrase":
        """Give a stretch."""
        return Phrase(self, start, self.text[start:end])

    @property
    def whole(self) -> "Phrase":
        """All of it."""
        return Phrase(self, 0, self.text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a source. ``text`` is as written."""

    source: Source
    start: int
    text: str

    @property
    def span(self) -> Span:
        """Where it starts."""
        return self.source.span(self.start)

    @property
    def plain(self) -> str:
        """Its text on one line, with single spaces."""
        return " ".join(self.text.split())

    def part(self, start: int, end: int) -> "Phrase":
        """Give a part by positions within it."""
        return Phrase(self.source, self.start + start, self.text[start:end])

    def stripped(self) -> "Phrase":
        """Give it without white space around it."""
        left = len(self.text) - len(self.text.lstrip())
        return self.part(left, len(self.text.rstrip())) if self.text.strip() else self.part(left, left)

    def group(self, found: re.Match[str], name: int | str) -> "Phrase":
        """Give a group of a match on its text, stripped."""
        return self.part(found.start(name), found.end(name)).stripped()

    def cut(self, pattern: str) -> "tuple[Phrase, Phrase | None]":
        """Cut at the first match: what stands before and after it, stripped; None where nothing matches."""
        found = re.search(pattern, self.text)
        if found is None:
            return self.stripped(), None
        return self.part(0, found.start()).stripped(), self.part(found.end(), len(self.text)).stripped()

    def commas(self) -> "tuple[Phrase, ...]":
        """Split at commas outside parentheses."""
        depth, start, found = 0, 0, []
        for place, sign in enumerate(self.text):
            depth += (sign in "([") - (sign in ")]")
            if sign == "," and depth <= 0:
                found.append(self.part(start, place).stripped())
                start = place + 1
        found.append(self.part(start, len(self.text)).stripped())
        return tuple(phrase for phrase in found if phrase.text)
