"""A letter as plain text."""

import textwrap

from peil.mail.mail_text import MailText, Part, Passage, Words

WIDTH = 72
RULE = "-- "
"""The line that mail programs know a footer by."""


def as_text(letter: MailText) -> str:
    """Give the letter's text part; a link's address stands behind its words, never broken."""
    parts = [_part(part) for part in letter.parts]
    footer = [_wrapped(_plain(passage)) for passage in letter.footer]
    return "\n\n".join(parts) + f"\n\n{RULE}\n" + "\n\n".join(footer) + "\n"


def _part(part: Part) -> str:
    if not part.listed:
        return _wrapped(_plain(part.passages[0]))
    return "\n".join(_wrapped(_plain(item), "- ", "  ") for item in part.passages)


def _plain(passage: Passage) -> str:
    return "".join(map(_words, passage))


def _words(words: Words) -> str:
    address = words.href.removeprefix("mailto:")
    return f"{words.text} ({address})" if address and address != words.text else words.text


def _wrapped(text: str, first: str = "", further: str = "") -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
