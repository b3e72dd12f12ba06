"""The typeface of reports: how wide text is, and the part of a font that a page needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

import fontpkg_fira_sans
from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Fira Sans"
FOLDER = Path(fontpkg_fira_sans.ROOT) / "files"

_ONE_AT_A_TIME = Lock()
_MISSING_WIDTH = 1.0  # em; a character that another font must draw is taken to be wide
_FEATURES = ("tnum", "ccmp", "mark", "mkmk", "locl")
_KERNED = ("normal",)  # kerning is most of the time it takes to cut a font; italics are a few words


class Face(StrEnum):
    """A cut of the typeface, by its file's name."""

    REGULAR = "FiraSans-Regular.ttf"
    ITALIC = "FiraSans-Italic.ttf"
    BOLD = "FiraSans-SemiBold.ttf"
    BOLD_ITALIC = "FiraSans-SemiBoldItalic.ttf"

    @property
    def path(self) -> Path:
        """Where the file is."""
        return FOLDER / self.value

    @property
    def weight(self) -> int:
        """Weight on the scale of CSS."""
        return 600 if self in {Face.BOLD, Face.BOLD_ITALIC} else 400

    @property
    def style(self) -> str:
        """``normal`` or ``italic``, as CSS says it."""
        return "italic" if self in {Face.ITALIC, Face.BOLD_ITALIC} else "normal"


@dataclass(frozen=True)
class Metrics:
    """Advance width of each character in em."""

    advances: dict[int, float]

    def width(self, text: str) -> float:
        """Width of a text in em, without kerning (which makes it slightly narrower)."""
        advances = self.advances
        return sum(advances.get(ord(character), _MISSING_WIDTH) for character in text)


@cache
def metrics(face: Face = Face.REGULAR) -> Metrics:
    """Read how wide a face's characters are."""
    with TTFont(face.path, lazy=True) as font:
        em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return Metrics({code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()})


@lru_cache(maxsize=20_000)
def measure(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """Width of a text at a size, in the unit of the size."""
    return metrics(face).width(text) * size


def covers(character: str, face: Face = Face.REGULAR) -> bool:
    """Say whether the face can draw a character."""
    return ord(character) in metrics(face).advances


def cut_font(face: Face, characters: Iterable[str]) -> bytes:
    """Give a face as WOFF2 with only these characters; the same characters give the same bytes."""
    with _ONE_AT_A_TIME:  # two pages made side by side mostly need the same cut
        return _cut_font(face, frozenset(map(ord, characters)))


@lru_cache(maxsize=32)
def _cut_font(face: Face, codes: frozenset[int]) -> bytes:
    options = subset.Options(
        hinting=False,
        layout_features=[*_FEATURES, *(["kern"] if face.style in _KERNED else [])],
        name_IDs=[0, 1, 2, 13, 14],  # copyright, names and licence: the OFL asks that they stay
        notdef_outline=True,
        recalc_timestamp=False,
    )
    with TTFont(face.path, lazy=True, recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=sorted(codes))
        subsetter.subset(font)
        font.flavor = "woff2"
        packed = BytesIO()
        font.save(packed)
        return packed.getvalue()
