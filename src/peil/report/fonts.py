"""The typeface of reports: how wide text is, and the part of a font that a page needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from threading import Lock

import fontpkg_fira_sans
import uharfbuzz
from fontTools.ttLib import TTFont

FAMILY = "Fira Sans"
FOLDER = Path(fontpkg_fira_sans.ROOT) / "files"

_ONE_AT_A_TIME = Lock()
_MISSING_WIDTH = 1.0  # em; a character that another font must draw is taken to be wide
_FEATURES = ("tnum", "ccmp", "mark", "mkmk", "locl")
_KERNED = ("normal",)  # kerning is most of what a cut weighs; italics are a few words
_NAMES = (0, 1, 2, 13, 14)  # copyright, names and licence: the OFL asks that they stay


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
    chosen = uharfbuzz.SubsetInput()
    chosen.unicode_set.update(codes)
    features = chosen.layout_feature_tag_set
    features.clear()
    features.update(map(_tag, (*_FEATURES, *(["kern"] if face.style in _KERNED else []))))
    names = chosen.name_id_set
    names.clear()
    names.update(_NAMES)
    chosen.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    whole = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)))
    with TTFont(BytesIO(uharfbuzz.subset(whole, chosen).blob.data), recalcTimestamp=False) as font:
        font.flavor = "woff2"
        packed = BytesIO()
        font.save(packed)
        return packed.getvalue()


def _tag(name: str) -> int:
    """Give a feature's name as the number that it is in a font."""
    return int.from_bytes(name.encode("ascii"), "big")
