"""A document as one HTML file."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from peil.report.charts.frame import NARROW, WIDE
from peil.report.charts.picture import draw_picture
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Grid,
    Heading,
    KeyNumbers,
    NumberedTable,
    Paragraph,
    Quote,
)
from peil.report.html.inline import NoteCalls, set_inline
from peil.report.html.style import style_sheet
from peil.report.outline import contents, heading_levels, plain_text
from peil.report.typography import keep_together
from peil.report.vocabulary import words_of

_NAMES: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Quote: "quote",
    Bullets: "bullets",
    KeyNumbers: "key",
    Figure: "figure",
    NumberedTable: "table",
}
_CONTENTS_DEPTH = 2
_NARROW = 3
"""Columns that stand on a phone where their words are short."""
_SHORT_HEAD = 24
"""Characters of a column's head that is two or three words."""


def to_html(document: Document) -> str:
    """Give the document as one HTML page (WCAG 2.2 AA), with its fonts and charts inside.

    It asks for nothing from anywhere and runs no script. Each chart stands in it twice, for wide and for
    narrow screens; just one of them is shown and read out. Where a bound number comes from shows when one
    points at it. Hundreds of numbers to pass with Tab would make the page useless by keyboard, so they are
    no stops until a reader asks for it, or has all origins set beside the numbers.
    """
    return set_page(document, "body.html.j2")


def set_page(document: Document, template: str) -> str:
    """Give a document as the page that a template of this package makes of it."""
    words = words_of(document)
    calls = NoteCalls.of(document.notes, words["note"])
    body = (
        page_environment()
        .get_template(template)
        .render(
            document=document,
            words=words,
            entries=contents(document.blocks, _CONTENTS_DEPTH),
            levels=heading_levels(document.blocks),
            figures=[block for block in document.blocks if isinstance(block, Figure)],
            tables=[block for block in document.blocks if isinstance(block, NumberedTable) and block.number],
            inline=lambda runs: set_inline(runs, calls),
            calls=calls,
        )
    )
    page = page_environment().get_template("page.html.j2")
    return page.render(document=document, body=Markup(body), style=Markup(style_sheet(body)))  # noqa: S704 - made by an autoescaping template


@cache
def page_environment() -> Environment:
    """Give what sets pages: the templates of blocks, and the filters that they use."""
    environment = Environment(
        loader=PackageLoader("peil.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        plain=plain_text,
        kind=_kind,
        wide=_wide,
        narrow=_narrow,
        columns=_columns,
        scrolls=_scrolls,
        keep=keep_together,
    )
    environment.globals["styled"] = True  # the pages of a site hold no style of their own
    return environment


def _kind(block: Block) -> str:
    return _NAMES[type(block)]


def _wide(figure: Figure) -> Markup:
    return Markup(draw_picture(figure.chart, figure.anchor, WIDE))  # noqa: S704 - the drawer escapes its texts


def _narrow(figure: Figure) -> Markup:
    return Markup(draw_picture(figure.chart, figure.anchor, NARROW))  # noqa: S704 - as above


def _columns(grid: Grid) -> int:
    """How many columns a table has."""
    return max((sum(cell.columns for cell in row) for row in (*grid.head, *grid.body)), default=0)


def _scrolls(grid: Grid) -> bool:
    """Say whether a table can be wider than a phone: then it can be scrolled with keys and has a name.

    Two columns always fit, and three of short words. Three do not where sentences stand in them, which is
    where widths are given, or where a column has a long head.
    """
    longest = max((len(plain_text(cell.text)) for row in grid.head for cell in row), default=0)
    many = _columns(grid)
    return many > _NARROW or (many == _NARROW and (bool(grid.widths) or longest > _SHORT_HEAD))
