"""The page's style: its own sheet, the charts' colours on a dark page, and the fonts it carries."""

from base64 import b64encode
from collections.abc import Iterable
from importlib.resources import files

from peil.report.charts.palette import ALL, PRIMARY, Colour, text_on
from peil.report.fonts import FAMILY, Face, cut_font

_ALWAYS = frozenset(map(chr, range(32, 127))) | frozenset("–—‘’“”…·€ëéèïöü\u00a0↑")
"""Cut in whatever the page holds: one cut font then does for many pages, as cutting takes longest."""


_LANES = "".join(
    (
        f".chart .lane{{stroke:{PRIMARY.dark}}}",
        ".chart .hollow{fill:var(--paper)}",
        ".chart .wash{fill:var(--wash)}",
    )
)
"""A route map on a dark page."""


def style_sheet(body: str) -> str:
    """Give all CSS of a page with this body; fonts hold just the characters that occur in it."""
    sheet = files(__package__).joinpath("templates/style.css").read_text("utf-8")
    return "\n".join((*_font_faces(body), sheet, _dark_charts()))


def _font_faces(body: str) -> Iterable[str]:
    characters = frozenset(body) | _ALWAYS
    faces = [Face.REGULAR, Face.BOLD]
    if "<em>" in body:
        faces.append(Face.ITALIC)
    for face in faces:
        packed = b64encode(cut_font(face, characters)).decode("ascii")
        yield (
            f'@font-face{{font-family:"{FAMILY}";font-style:{face.style};font-weight:{face.weight};'
            f'src:url(data:font/woff2;base64,{packed}) format("woff2")}}'
        )


def _dark_charts() -> str:
    rules = "".join(_dark_rules(colour) for colour in ALL)
    return f"@media screen and (prefers-color-scheme:dark){{.chart rect{{stroke:none}}{rules}{_LANES}}}"


def _dark_rules(colour: Colour) -> str:
    if not colour.dark:
        return ""
    return f".fill-{colour.name}{{fill:{colour.dark}}}.on-{colour.name}{{fill:{text_on(colour.dark)}}}"
