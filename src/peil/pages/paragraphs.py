"""A study's text as paragraphs, with its addresses as links."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peil.study.text import Blank

LONGEST_ADDRESS = 254

_BREAK = re.compile(r"\n[ \t]*\n\s*")
_SPACE = re.compile(r"(\s+)")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WEB = re.compile(r"https?://[A-Za-z0-9][^\s<>\"']*")
_BEFORE, _AFTER = "(<\"'‘“„«", ".,;:!?)>\"'’”»"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; with an ``href`` it is a link."""

    text: str
    href: str = ""


Paragraph = tuple[Piece, ...]


def split_paragraphs(parts: Iterable[str | Blank]) -> tuple[tuple[str | Blank, ...], ...]:
    """Split a shown text where it has blank lines; a paragraph keeps its blanks."""
    found: list[list[str | Blank]] = [[]]
    for part in parts:
        if not isinstance(part, str):
            found[-1].append(part)
            continue
        first, *others = _BREAK.split(part)
        found[-1].append(first)
        found.extend([other] for other in others)
    return tuple(
        tuple(one) for one in found if any(not isinstance(part, str) or part.strip() for part in one)
    )


def plain_text(parts: Sequence[str | Blank]) -> str:
    """Give a paragraph's words alone."""
    return " ".join("".join(part for part in parts if isinstance(part, str)).split())


def link_addresses(text: str) -> Paragraph:
    """Make links of the web and e-mail addresses in a text; of nothing else, whatever it looks like."""
    pieces: list[Piece] = []
    for word in _SPACE.split(text):
        href, start, end = _address(word)
        if href:
            pieces += [Piece(word[:start]), Piece(word[start:end], href), Piece(word[end:])]
        else:
            pieces.append(Piece(word))
    return tuple(_joined(pieces))


def _address(word: str) -> tuple[str, int, int]:
    """Give where the address in a word leads, and where in the word it stands; an empty text for none."""
    core = word.lstrip(_BEFORE)
    start = len(word) - len(core)
    core = core.rstrip(_AFTER)
    if len(core) <= LONGEST_ADDRESS:
        if _WEB.fullmatch(core):
            return core, start, start + len(core)
        if _MAIL.fullmatch(core):
            return f"mailto:{core}", start, start + len(core)
    return "", 0, 0


def _joined(pieces: Iterable[Piece]) -> Iterable[Piece]:
    plain = ""
    for piece in pieces:
        if not piece.href:
            plain += piece.text
            continue
        if plain:
            yield Piece(plain)
        yield piece
        plain = ""
    if plain.strip():
        yield Piece(plain)
