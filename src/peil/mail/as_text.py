"""A letter as plain text."""

import textwrap

from peil.mail.mail_text import MailText, Part, Passage, Words

WIDTH = 72
RULE = "-- "
"""The line that mail programs know a footer by."""

_MAILTO = "mailto:"


def as_text(letter: MailText) -> str:
    """Give the letter's text part.

    The address of a link that is all of a paragraph stands below its words, on a line of its own. In a
    sentence it stands behind them between angle brackets (RFC 3986, appendix C), so that no mail program
    takes a full stop or a bracket along. No address is ever broken over lines.
    """
    parts = [_part(part) for part in letter.parts]
    footer = [_passage(passage) for passage in letter.footer]
    return "\n\n".join(parts) + f"\n\n{RULE}\n" + "\n\n".join(footer) + "\n"


def _part(part: Part) -> str:
    if not part.listed:
        return _passage(part.passages[0])
    return "\n".join(_passage(item, "- ", "  ") for item in part.passages)


def _passage(passage: Passage, first: str = "", further: str = "") -> str:
    if len(passage) == 1 and passage[0].href:
        (link,) = passage
        address = link.href.removeprefix(_MAILTO)
        words = link.text if link.text not in {link.href, address} else ""
        return f"{_wrapped(words, first, further)}\n{further}{address}" if words else f"{first}{address}"
    return _wrapped("".join(map(_in_sentence, passage)), first, further)


def _in_sentence(words: Words) -> str:
    address = words.href.removeprefix(_MAILTO)
    if not address or (words.text == address and words.href.startswith(_MAILTO)):
        return words.text  # a mail address reads as one wherever it stands
    return f"<{address}>" if words.text in {words.href, address} else f"{words.text} <{address}>"


def _wrapped(text: str, first: str, further: str) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
