"""A value as a mail's header can bear it."""

from peil.pages.clean_text import clean_line

ENCODED = "=?"
"""What an encoded word (RFC 2047) begins with."""


def header_line(text: str) -> str:
    """Give a value on one line, with nothing in it that is read as an encoded word.

    Such a word can stand for line ends, and Python decodes it when it folds a header: what it stands for
    would be written out as further headers.
    """
    return clean_line(text).replace(ENCODED, "= ?")
