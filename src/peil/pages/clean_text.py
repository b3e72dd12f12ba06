"""Typed text made plain: one way of writing each character, one kind of line end, nothing invisible."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Controls, marks that turn the reading direction of what follows, and halves of characters."""


def clean_text(text: str) -> str:
    """Give text of one or more lines as it is kept: NFC, line feeds between lines, stripped.

    Joiners and variation selectors stay: scripts and emoji need them. By themselves they are no text.
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", lines)).strip()
    return plain if any(_shows(letter) for letter in plain) else ""


def clean_line(text: str) -> str:
    """Give text of a field of one line as it is kept: as ``clean_text``, with line ends as spaces."""
    return " ".join(clean_text(text).split("\n"))


def _shows(letter: str) -> bool:
    return not letter.isspace() and unicodedata.category(letter) != "Cf"
