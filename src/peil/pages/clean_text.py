"""Typed text made plain: one way of writing each character, one kind of line end, nothing invisible."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PILED = re.compile(rb"[^\x00]{31}")
"""More than thirty combining marks in a row, as Unicode's stream-safe text never has."""
_PAIRS_OF_MARKS = str.maketrans("\u0f73\u0f75\u0f81", "\u0f72\u0f74\u0f80")
"""Marks that say of themselves that they aren't any, with the one that their second half is."""
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Controls, marks that turn the reading direction of what follows, and halves of characters."""


def clean_text(text: str) -> str:
    """Give text of one or more lines as it is kept: NFC, line feeds between lines, stripped.

    Joiners and variation selectors stay: scripts and emoji need them. By themselves they are no text. Text
    with more marks on one letter than any script has stays as it is: to sort them would take minutes.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    plain = _composed(_INVISIBLE.sub("", lines)).strip()
    return plain if any(_shows(letter) for letter in plain) else ""


def clean_line(text: str) -> str:
    """Give text of a field of one line as it is kept: as ``clean_text``, with line ends as spaces."""
    return clean_text(text).replace("\n", " ")


def _composed(text: str) -> str:
    if text.isascii() or _PILED.search(bytes(map(unicodedata.combining, text.translate(_PAIRS_OF_MARKS)))):
        return text
    return unicodedata.normalize("NFC", text)


def _shows(letter: str) -> bool:
    return not letter.isspace() and unicodedata.category(letter) != "Cf"
