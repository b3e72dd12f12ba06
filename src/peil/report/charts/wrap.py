"""Labels broken into lines by measured width."""

import re

from peil.report.fonts import Face, measure

_SOFT_HYPHEN = "\u00ad"
_N_OF_GROUP = re.compile(r"\((n)\s*=\s*([\d.,\u00a0 ]*\d)\)")
_AFTER_SIGN = re.compile(r"(?<=[-/–—])(?=\w)")


def wrap_text(text: str, width: float, size: float, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """Break a text into lines that are no wider than ``width``; at least one line.

    Lines break at spaces, then after a hyphen or slash, and inside a word (with a hyphen) only where
    the word alone is too wide. ``(n = 24)`` stays together.
    """
    lines: list[str] = []
    line = ""
    for word in _words(text):
        longer = f"{line} {word}" if line else word
        if measure(longer, size, face) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _break_word(word, width, size, face)
        lines += full
    return (*lines, line) if line or not lines else tuple(lines)


def _words(text: str) -> list[str]:
    kept = _N_OF_GROUP.sub("(\\1\u00a0=\u00a0\\2)", text.replace(_SOFT_HYPHEN, ""))
    return [word for word in re.split(r"[ \t\n\r]+", kept) if word]


def _break_word(word: str, width: float, size: float, face: Face) -> list[str]:
    if measure(word, size, face) <= width:
        return [word]
    pieces: list[str] = []
    piece = ""
    for part in _AFTER_SIGN.split(word):
        if piece and measure(piece + part, size, face) > width:
            pieces.append(piece)
            piece = ""
        *full, piece = _cut(piece + part, width, size, face)
        pieces += full
    return [*pieces, piece]


def _cut(part: str, width: float, size: float, face: Face) -> list[str]:
    pieces = []
    while measure(part, size, face) > width and len(part) > 1:
        end = _fitting(part, width, size, face)
        hyphen = "-" if part[end - 1].isalpha() and part[end].isalpha() else ""
        pieces.append(part[:end] + hyphen)
        part = part[end:]
    return [*pieces, part]


def _fitting(part: str, width: float, size: float, face: Face) -> int:
    """How many characters fit on a line with a hyphen after them; at least one."""
    end = 1
    while end < len(part) - 1 and measure(part[: end + 1] + "-", size, face) <= width:
        end += 1
    return end
