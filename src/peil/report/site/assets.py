"""What all pages of a site share: one style sheet and the fonts, named by what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from peil.report.fonts import FAMILY, Face, cut_font
from peil.report.html.style import ALWAYS, page_rules

FOLDER = "assets"
HASH_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Assets:
    """Shared files.

    Args:
        files: Their bytes, by path from the site's root.
        sheet: Path of the style sheet.
        preload: Paths of the fonts that every page sets its first words in.
    """

    files: Mapping[str, bytes]
    sheet: str
    preload: tuple[str, ...]


def make_assets(text: str) -> Assets:
    """Give the shared files of pages that hold this HTML; fonts hold just the characters that occur in it."""
    characters = frozenset(text) | ALWAYS
    faces = [Face.REGULAR, Face.BOLD, *([Face.ITALIC] if "<em>" in text else [])]
    fonts = {face: cut_font(face, characters) for face in faces}
    paths = {face: named(face.value.lower().removesuffix(".ttf"), "woff2", fonts[face]) for face in faces}
    own = files(__package__).joinpath("templates/site.css").read_text("utf-8")
    rules = [font_face(face, paths[face].removeprefix(f"{FOLDER}/")) for face in faces]
    sheet = "\n".join((*rules, page_rules(), own)).encode()
    sheet_path = named("site", "css", sheet)
    held = {sheet_path: sheet, **{paths[face]: fonts[face] for face in faces}}
    return Assets(held, sheet_path, (paths[Face.REGULAR], paths[Face.BOLD]))


def named(stem: str, ending: str, content: bytes) -> str:
    """Name a file by what it holds, so that a browser may keep it for ever."""
    return f"{FOLDER}/{stem}.{sha256(content).hexdigest()[:HASH_LENGTH]}.{ending}"


def font_face(face: Face, address: str) -> str:
    """Give the rule that brings a font in; words show in another one until it is there."""
    return (
        f'@font-face{{font-family:"{FAMILY}";font-style:{face.style};font-weight:{face.weight};'
        f'font-display:swap;src:url({address}) format("woff2")}}'
    )
