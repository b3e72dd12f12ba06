"""HTML drawn once for all who see the same, with slots for what is every respondent's own."""

import re
import secrets
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

REMEMBERED = 8192
"""How many patterns of one site are remembered; most take less than three kilobytes."""

Key: TypeAlias = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """HTML in pieces, every other one a slot: ``slots`` says which of ``fill``'s texts belongs there."""

    pieces: tuple[bytes, ...]
    slots: tuple[int, ...]

    def fill(self, texts: Sequence[bytes]) -> bytes:
        """Give the HTML with these texts in its slots; they are HTML already."""
        if not self.slots:
            return self.pieces[0]
        pieces = list(self.pieces)
        pieces[1::2] = [texts[slot] for slot in self.slots]
        return b"".join(pieces)


def new_mark() -> str:
    """Make a text to find a slot by: random, so that it stands nowhere else."""
    return secrets.token_hex(16)


def new_number() -> int:
    """Make a number to find a slot by: random, and larger than any that is meant."""
    return 10**24 + secrets.randbelow(10**24)


def find_slots(html: str, marks: Sequence[str]) -> Pattern:
    """Give HTML that was drawn with these marks in its slots as a pattern."""
    pieces = re.split(f"({'|'.join(map(re.escape, marks))})", html) if marks else [html]
    return Pattern(tuple(piece.encode() for piece in pieces), tuple(marks.index(one) for one in pieces[1::2]))


@dataclass(frozen=True)
class Shelf:
    """The patterns of one site that are remembered."""

    patterns: dict[Key, Pattern] = field(default_factory=dict)

    def put(self, key: Key, pattern: Pattern) -> Pattern:
        """Remember a pattern; the oldest makes room for it."""
        if len(self.patterns) >= REMEMBERED:
            self.patterns.pop(next(iter(self.patterns)), None)
        self.patterns[key] = pattern
        return pattern
