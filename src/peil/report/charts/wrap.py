"""Labels broken into lines by measured width."""

import re

from peil.report.fonts import Face, measure
from peil.report.typography import keep_together

_SOFT_HYPHEN = "\u00ad"
_SYLLABLE = re.compile(r"(?<=[^\W\d_])[b-df-hj-np-tv-xz][aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)
_ONE_SOUND = ("ch", "ph", "th", "sj", "tj", "qu")
_LOOK_BACK = 6
_AFTER_SIGN = re.compile(r"(?<=[-/–—])(?=\w)")


def wrap_text(text: str, width: float, size: float, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """Break a text into lines that are no wider than ``width``; at least one line.

    Lines break at spaces, then after a hyphen or slash, and inside a word (with a hyphen) only where
    the word alone is too wide. ``n = 24`` stays together.
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
    kept = keep_together(text.replace(_SOFT_HYPHEN, ""))
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
        end = _between_syllables(part, _fitting(part, width, size, face))
        hyphen = "-" if part[end - 1].isalpha() and part[end].isalpha() else ""
        pieces.append(part[:end] + hyphen)
        part = part[end:]
    return [*pieces, part]


def _between_syllables(part: str, end: int) -> int:
    """A place shortly before ``end`` where a syllable may begin: ``voor-waarde``, not ``voorwa-arde``."""
    for place in range(end, max(end - _LOOK_BACK, 2), -1):
        if _SYLLABLE.match(part, place) and part[place - 1 : place + 1].lower() not in _ONE_SOUND:
            return place
    return end


def _fitting(part: str, width: float, size: float, face: Face) -> int:
    """How many characters fit on a line with a hyphen after them; at least one."""
    end = 1
    while end < len(part) - 1 and measure(part[: end + 1] + "-", size, face) <= width:
        end += 1
    return end
