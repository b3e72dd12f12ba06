"""A route map in a Word file: pixels, told in words."""

from io import BytesIO

from docx.document import Document as WordFile
from docx.shared import Emu, Mm

from peil.report.charts.picture import alternative_text, draw_picture
from peil.report.pdf.raster import to_png
from peil.report.route_map import RouteMap
from peil.report.sound import sound

_TALLEST = Mm(225)


def add_map(file: WordFile, shown: RouteMap, anchor: str, room: Emu) -> None:
    """Add a route map as wide as the text, less where it would be too tall."""
    picture = file.add_picture(BytesIO(to_png(draw_picture(shown, anchor), room.pt)), width=room)
    if picture.height > _TALLEST:
        picture.width = Emu(round(picture.width * _TALLEST / picture.height))
        picture.height = _TALLEST
    described = picture._inline.docPr  # noqa: SLF001 - python-docx has no other door
    described.set("descr", sound(alternative_text(shown)))
    described.set("title", sound(shown.title))
