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
from peil.report.typography import keep_together

_REPLACEMENT = "?"
_ESCAPE = re.compile(r"\\(?:\\|u00[01][0-9a-f]|[bf])")
"""A backslash of the text itself, so that it is passed over, or a control character."""
_ALIKE = {"\u202f": "\u00a0", "\u2011": "-", "\u2007": "\u00a0", "\u2212": "–"}


def to_pdf(document: Document) -> bytes:
    """Give the document as a tagged PDF that conforms to PDF/UA-1; the same document gives the same bytes.

    A fixed template reads the document as data, so no text of it can be taken for markup. PDF/UA-1 asks
    that every character is drawn by a font: one that Fira Sans lacks (an emoji, another script than Latin,
    Greek or Cyrillic) is printed as a question mark.
    """
    data = json.dumps(encode(document), ensure_ascii=False)
    data = drawable(keep_together(without_controls(data)))
    return typst.compile(
        files(__package__).joinpath("report.typ").read_bytes(),
        sys_inputs={"report": data},
        font_paths=typeface(),
        pdf_standards="ua-1",
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
