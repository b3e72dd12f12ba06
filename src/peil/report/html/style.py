"""The page's style: its own sheet, the charts' colours on a dark page, and the fonts it carries."""

from base64 import b64encode
from collections.abc import Iterable
from importlib.resources import files

from peil.report.charts.dark import dark_rules
from peil.report.fonts import FAMILY, Face, cut_font

ALWAYS = frozenset(map(chr, range(32, 127))) | frozenset("–—‘’“”…·€×≥≤°§½ëéèêïîöôüûáàâäçñßÉ\u00a0↑\n")
"""Cut in whatever the page holds: one cut font then does for many pages, as cutting takes longest."""


def style_sheet(body: str) -> str:
    """Give all CSS of a page with this body; fonts hold just the characters that occur in it."""
    return "\n".join((*_font_faces(body), page_rules()))


def page_rules() -> str:
    """Give the sheet and the charts' colours on a dark page, without fonts: a site has these in files."""
    sheet = files(__package__).joinpath("templates/style.css").read_text("utf-8")
    return f"{sheet}\n{dark_rules()}"


def _font_faces(body: str) -> Iterable[str]:
    characters = frozenset(body) | ALWAYS
    faces = [Face.REGULAR, Face.BOLD]
    if "<em>" in body:
        faces.append(Face.ITALIC)
    for face in faces:
        packed = b64encode(cut_font(face, characters)).decode("ascii")
        yield (
            f'@font-face{{font-family:"{FAMILY}";font-style:{face.style};font-weight:{face.weight};'
            f'src:url(data:font/woff2;base64,{packed}) format("woff2")}}'
        )
