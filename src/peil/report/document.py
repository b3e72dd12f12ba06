"""A document: the report with every number filled in, ready to be set in any format."""

import datetime as dt
from dataclasses import dataclass, field

from peil.report.chart import Chart
from peil.report.route_map import RouteMap

Picture = Chart | RouteMap


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. ``origin`` says where a bound number comes from, in words (shown on hover)."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    """An address, or ``#anchor`` within the document."""
    note: str = ""
    """Id of a footnote that is called here; the text is then empty."""
    origin: str = ""


Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is a chapter. ``number`` is ``2.1``, ``A`` for an annex, or empty."""

    level: int
    number: str
    text: Inline
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, in paragraphs."""

    paragraphs: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is one or more blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A headline number: its value as printed, and the words that say what it is of."""

    value: Inline
    words: Inline


@dataclass(frozen=True, slots=True)
class KeyNumbers:
    """Headline numbers, set large where the format can."""

    numbers: tuple[KeyNumber, ...]

    def as_list(self) -> Bullets:
        """Give them as a plain list, for a format that sets nothing large."""
        lines = ((*number.value, Run(" "), *number.words) for number in self.numbers)
        return Bullets(tuple((Paragraph(line),) for line in lines))


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a speaker says at a slide, in paragraphs; only a deck has it."""

    paragraphs: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell. ``mark`` is a word such as ``hoogste`` set beside the value; ``hidden`` cells hold a sign."""

    text: Inline
    numeric: bool = False
    header: bool = False
    mark: str = ""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's content: header rows and body rows; the first ``row_headers`` cells of a row head it."""

    head: tuple[tuple[TableCell, ...], ...]
    body: tuple[tuple[TableCell, ...], ...]
    row_headers: int = 1
    widths: tuple[float, ...] = ()
    """Relative column widths; empty lets the renderer choose."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A numbered chart or route map.

    ``caption`` holds the words after "Figuur N"; ``source`` the question and n; ``base`` the base in
    words; ``notes`` the author's lines under it; ``data`` the same numbers as a table; ``cautions`` what is
    left out or indicative.
    """

    number: int
    anchor: str
    caption: str
    source: str
    base: str
    notes: tuple[Inline, ...]
    chart: Picture
    data: Grid
    cautions: str = ""


@dataclass(frozen=True, slots=True)
class NumberedTable:
    """A numbered table; fields as in ``Figure``. A table outside the numbering has number 0."""

    number: int
    anchor: str
    caption: str
    source: str
    base: str
    notes: tuple[Inline, ...]
    grid: Grid
    cautions: str = ""


Block = Heading | Paragraph | Quote | Bullets | KeyNumbers | Spoken | Figure | NumberedTable


@dataclass(frozen=True)
class Document:
    """A whole report.

    Args:
        language: Language code.
        title: Title.
        subtitle: Line under it.
        front: Lines of the title page (client, agency, authors, date), label and value.
        warning: What must be said before all else (synthetic data, draft); empty otherwise.
        blocks: The body.
        notes: Footnote id to its text, in order of first call.
        words: The renderer's own words in the language: ``contents``, ``figures``, ``tables``, ``figure``,
            ``table``, ``notes``, ``data``, ``skip`` ….
        authors: Names for a file's properties.
        date: The day on it, for a file's properties; None where the study has none.
        watermark: A word across every page, for what may not be passed on; empty otherwise.
    """

    language: str
    title: str
    subtitle: str
    front: tuple[tuple[str, str], ...]
    warning: str
    blocks: tuple[Block, ...]
    notes: dict[str, Inline] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    watermark: str = ""
