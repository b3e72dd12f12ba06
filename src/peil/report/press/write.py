"""The page for the press, as HTML and as PDF."""

import re
from dataclasses import replace

from peil.core.problem import Problem
from peil.core.span import Span
from peil.report.document import Block, Document, Heading
from peil.report.html.write import set_page
from peil.report.outline import plain_text
from peil.report.pdf.write import typeset
from peil.report.press_problems import PRESS_TOO_LONG

_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


def write_press(document: Document) -> bytes:
    """Give the page as HTML that stands alone."""
    return set_page(arrange(document), "press.html.j2").encode()


def set_press(document: Document, span: Span) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the page as PDF, and the problem where it takes more than one.

    Args:
        document: The press text, filled in.
        span: Where that text begins.
    """
    pdf = typeset(arrange(document), "press.typ")
    pages = count_pages(pdf)
    if pages == 1:
        return pdf, ()
    message = f"The page for the press takes {pages} pages."
    hint = "Shorten the text, take a key number or the figure out, or show fewer answers in it."
    return pdf, (PRESS_TOO_LONG.problem(span, message, hint=hint),)


def arrange(document: Document) -> Document:
    """Give the page that a press text makes: its first heading is its title, and no heading has a number."""
    title, blocks = document.title, document.blocks
    if blocks and isinstance(blocks[0], Heading):
        title, blocks = plain_text(blocks[0].text), blocks[1:]
    above = document.title if title != document.title else document.subtitle
    return replace(document, title=title, subtitle=above, blocks=tuple(map(without_number, blocks)))


def without_number(block: Block) -> Block:
    """Give a heading without its number, anything else as it is."""
    return replace(block, number="") if isinstance(block, Heading) else block


def count_pages(pdf: bytes) -> int:
    """Say how many pages a PDF has."""
    found = _PAGES.search(pdf)
    return int(found.group(1)) if found else 0
