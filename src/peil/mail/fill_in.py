"""A template with one person's values in it."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from peil.mail.mail_text import MailText, Part, Passage, Words
from peil.mail.template import Block, Bold, Inline, Link, Listing, Template, fills_of, lines_of
from peil.pages.clean_text import clean_line
from peil.study.text import Fill

OF_TOKEN = frozenset({"link", "code"})
"""Placeholders that a mail without a link of its own has no value for."""

ADDRESSES = frozenset({"link", "unsubscribe"})
"""Placeholders whose value is an address."""


def fill_in(
    template: Template,
    values: Mapping[str, str],
    footer: tuple[Passage, ...],
    instead: Passage = (),
) -> MailText:
    """Give the letter.

    A value is words, whatever it looks like: it never becomes a link, bold or a line of its own.

    Args:
        template: The mail's text.
        values: Placeholder to value; an empty one is answered by the placeholder's fallback.
        footer: What follows the text.
        instead: For who gets no link of their own: takes the place of every paragraph and list that holds
            one, once.
    """
    subject = "".join(words.text for words in _filled(template.subject, values))
    parts = tuple(_parts(template.blocks, values, instead))
    return MailText(template.language, clean_line(subject), parts, footer)


def _parts(blocks: Sequence[Block], values: Mapping[str, str], instead: Passage) -> Iterator[Part]:
    told = False
    for block in blocks:
        lines = lines_of(block)
        if instead and any(fill.name in OF_TOKEN for line in lines for fill in fills_of(line)):
            if not told:
                yield Part((instead,))
            told = True
        else:
            yield Part(tuple(_filled(line, values) for line in lines), isinstance(block, Listing))


def _filled(parts: Sequence[Inline], values: Mapping[str, str]) -> Passage:
    return tuple(words for part in parts if (words := _words(part, values)).text)


def _words(part: Inline, values: Mapping[str, str]) -> Words:
    if isinstance(part, Bold):
        return Words(_plain(part.parts, values), bold=True)
    if isinstance(part, Link):
        target = "".join(_in_address(piece, values) for piece in part.target)
        return Words(_plain(part.label, values) or target, href=target)
    text = _plain((part,), values)
    is_link = isinstance(part, Fill) and part.name in ADDRESSES
    return Words(text, href=text if is_link else "")


def _plain(parts: Sequence[str | Fill], values: Mapping[str, str]) -> str:
    return "".join(part if isinstance(part, str) else value_of(part, values) for part in parts)


def _in_address(piece: str | Fill, values: Mapping[str, str]) -> str:
    """Give a piece of a link's address; a value that isn't an address itself can't change where it leads."""
    if isinstance(piece, str):
        return piece
    value = value_of(piece, values)
    return value if piece.name in ADDRESSES else quote(value, safe="")


def value_of(fill: Fill, values: Mapping[str, str]) -> str:
    """Give what stands in a placeholder's place; the empty string where there is nothing."""
    return clean_line(values.get(fill.name, "")) or fill.fallback or ""
