"""A document as PDF."""

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files

import typst

from peil.report.document import Document
from peil.report.fonts import Face, covers
from peil.report.pdf.encode import encode
from peil.report.pdf.row_headers import grids_of, tag_row_headers
from peil.report.typography import keep_together

_TALLEST_CHART = {"report.typ": 228, "press.typ": 110}  # mm
_REPLACEMENT = "?"
_ESCAPE = re.compile(r"\\(?:\\|u00[01][0-9a-f]|[bf])")
"""A backslash of the text itself, so that it is passed over, or a control character."""
_ALIKE = {"\u202f": "\u00a0", "\u2011": "-", "\u2007": "\u00a0", "\u2212": "–"}


def to_pdf(document: Document) -> bytes:
    """Give the document as a tagged PDF that conforms to PDF/UA-1 and PDF/A-2a.

    The same document gives the same bytes.

    A fixed template reads the document as data, so no text of it can be taken for markup. PDF/UA-1 asks
    that every character is drawn by a font: one that Fira Sans lacks (an emoji, another script than Latin,
    Greek or Cyrillic) is printed as a question mark.
    """
    return typeset(document, "report.typ")


def typeset(document: Document, template: str) -> bytes:
    """Give the PDF that a template of this package makes of a document."""
    data = json.dumps(encode(document), ensure_ascii=False)
    pdf = set_pdf(template, drawable(keep_together(without_controls(data))))
    return tag_row_headers(pdf, tuple(grids_of(document.blocks)))


def set_pdf(template: str, data: str) -> bytes:
    """Give what a template makes of data, after what all templates have in common."""
    folder = files(__package__)
    tallest = _TALLEST_CHART[template]
    source = (folder.joinpath(name).read_bytes() for name in ("shared.typ", template))
    return typst.compile(
        b"\n".join((b"#let tallest-chart = %dmm" % tallest, *source)),
        sys_inputs={"report": data},
        font_paths=typeface(),
        pdf_standards=["ua-1", "a-2a"],
        timestamp=0,
    )


def without_controls(data: str) -> str:
    """Take control characters out of JSON, which writes them as escapes; the ends of lines stay."""
    return _ESCAPE.sub(lambda found: found.group() if found.group() == "\\\\" else "", data)


def drawable(text: str) -> str:
    """Replace what the typeface can't draw, character by character."""
    composed = unicodedata.normalize("NFC", text)
    missing = {c for c in set(composed) if not (c.isspace() and c.isascii()) and not covers(c, Face.REGULAR)}
    return composed.translate({ord(c): _stand_in(c) for c in missing})


def _stand_in(character: str) -> str:
    if unicodedata.category(character) in {"Cf", "Mn", "Me", "Cc", "Zl", "Zp"}:
        return _ALIKE.get(character, "")
    return _ALIKE.get(character, _REPLACEMENT)


@cache
def typeface() -> typst.Fonts:
    """The typeface alone: what the machine has installed must not show in the result."""
    folder = str(Face.REGULAR.path.parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
