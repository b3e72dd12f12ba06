"""A template: a report's chapters as written, every binding resolved, nothing filled in yet."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from peil.core.span import Span
from peil.report.template.beside_block import (
    AuditAnnex,
    ComparisonCall,
    OthersAnnex,
    PopulationCall,
    TalksBlock,
    TrendCall,
)
from peil.report.template.binding import Binding
from peil.report.template.deck_block import SpeakerNotes
from peil.report.template.proviso import Proviso
from peil.report.template.site_block import SiteBlock
from peil.report.template.study_block import StudyBlock
from peil.study.base import Base
from peil.study.expr.condition import Condition


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """``{@id}``: the name and number of a figure, table or heading."""

    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class NoteCall:
    """``[^1]``: a call of a footnote."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line with its looks."""

    what: "Words | Binding | Reference | NoteCall | Conditional"
    bold: bool = False
    italic: bool = False
    link: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Conditional:
    """``[…]{if …}[…]{else}``: the one text that stands, by a proviso.

    Args:
        proviso: What decides, or None for one with a problem.
        then: Stands when it holds.
        other: Stands when it doesn't; empty where nothing does.
        stated: Whether the author wrote that it holds, or None.
        span: Where it starts.
    """

    proviso: Proviso | None
    then: Line
    other: Line
    stated: bool | None
    span: Span


class Show(StrEnum):
    """What a table's columns hold."""

    SHARES = "shares"
    COUNTS = "counts"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Title:
    """A chapter's or section's title."""

    level: int
    text: Line
    anchor: str
    numbered: bool
    annex: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: Line


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, in paragraphs."""

    paragraphs: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is one or more blocks."""

    items: tuple[tuple["TemplateBlock", ...], ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table written in Markdown: header cells and rows; ``right`` says which columns are numbers."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """``::: figure`` or ``::: table``: what it shows and how.

    Args:
        id: Its name and anchor.
        table: A table; else a figure.
        caption: The caption's title.
        items: Item keys, in order.
        by: Group, or None.
        only: Classes to show, in order; empty shows all.
        where: Only those for whom this holds, or None.
        base: Who counts in the base.
        chart: A figure's kind of chart, as in ``ChartKind``.
        sort: ``given`` or ``share``.
        columns: What a table's columns hold, or None for its default.
        extremes: Highest and lowest share per row are marked.
        notes: Lines under it.
        span: Where it starts.
        neutral: Options across the line of a diverging chart; empty for the middle of an odd scale.
        left: The end of the scale that stands left in a diverging chart; empty for its first option.
    """

    id: str
    table: bool
    caption: Line
    items: tuple[str, ...]
    by: str | None
    only: tuple[str, ...]
    where: Condition | None
    base: Base
    chart: str
    sort: str
    columns: Show | None
    extremes: bool
    notes: tuple[Line, ...]
    span: Span
    neutral: tuple[str, ...] = ()
    left: str = ""


@dataclass(frozen=True, slots=True)
class ResearchQuestions:
    """``::: questions``: id, text and the references that answer each."""

    questions: tuple[tuple[str, Line, tuple[Reference, ...]], ...]


@dataclass(frozen=True, slots=True)
class ResponseTable:
    """``::: response``: the response table; ``caption`` is empty for its usual words."""

    caption: Line
    span: Span


@dataclass(frozen=True, slots=True)
class WeightingNote:
    """``::: weighting``: how the rows were weighted, and why."""


@dataclass(frozen=True, slots=True)
class IntervalNote:
    """``::: intervals``: where standard errors and intervals come from, or why there are none."""


@dataclass(frozen=True, slots=True)
class ResponseRates:
    """``::: rates``: response rates with how each is made."""

    span: Span


@dataclass(frozen=True, slots=True)
class KeyLines:
    """``::: key``: headline numbers; each line starts with a binding, and the rest says what it is of."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MethodNote:
    """``::: method``: how it was done, in one paragraph."""


@dataclass(frozen=True, slots=True)
class Embargo:
    """``::: embargo``: from which day, or day and time, it may be published."""

    until: dt.date


@dataclass(frozen=True, slots=True)
class QuestionnaireAnnex:
    """``::: annex questionnaire``: the whole questionnaire."""


@dataclass(frozen=True, slots=True)
class CrosswalkAnnex:
    """``::: annex crosswalk ID``: a table of corresponding classes."""

    id: str


@dataclass(frozen=True, slots=True)
class WeightingAnnex:
    """``::: annex weighting``: the sample before and after, beside each target; ``variables`` are theirs."""

    variables: tuple[str, ...]


TemplateBlock = (
    Title
    | SiteBlock
    | StudyBlock
    | SpeakerNotes
    | Prose
    | Quotation
    | Listing
    | PlainTable
    | Exhibit
    | ResearchQuestions
    | ResponseTable
    | WeightingNote
    | IntervalNote
    | ResponseRates
    | KeyLines
    | MethodNote
    | Embargo
    | QuestionnaireAnnex
    | CrosswalkAnnex
    | WeightingAnnex
)


@dataclass(frozen=True)
class Template:
    """A report as written.

    Args:
        language: Language code.
        blocks: All chapters, one after the other.
        notes: Footnote id to its text.
    """

    language: str
    blocks: tuple[TemplateBlock, ...]
    notes: dict[str, Line] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """Give every line of text, wherever it stands."""
        for block in self.blocks:
            yield from lines_of(block)
        yield from self.notes.values()

    def bindings(self) -> Iterator[Binding]:
        """Give every binding in reading order, footnotes last."""
        for line in self.lines():
            yield from (piece.what for piece in spread(line) if isinstance(piece.what, Binding))

    def conditionals(self) -> Iterator[Conditional]:
        """Give every conditional text in reading order, footnotes last."""
        for line in self.lines():
            yield from (piece.what for piece in spread(line) if isinstance(piece.what, Conditional))

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Give the figures and tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Exhibit))


def spread(line: Line) -> Iterator[Piece]:
    """Give the pieces of a line, each conditional text followed by the pieces of both its texts."""
    for piece in line:
        yield piece
        if isinstance(piece.what, Conditional):
            yield from spread((*piece.what.then, *piece.what.other))


def lines_of(block: TemplateBlock) -> Iterator[Line]:
    """Give the lines of text within a block."""
    match block:
        case Title() | Prose():
            yield block.text
        case Quotation(paragraphs=lines) | KeyLines(lines=lines) | SpeakerNotes(lines=lines):
            yield from lines
        case Listing():
            yield from (line for item in block.items for part in item for line in lines_of(part))
        case PlainTable():
            yield from (line for row in (block.head, *block.rows) for line in row)
        case Exhibit() | ComparisonCall() | PopulationCall() | TrendCall():
            yield from (block.caption, *block.notes)
        case ResearchQuestions():
            yield from (text for _, text, _ in block.questions)
        case ResponseTable():
            yield block.caption
        case OthersAnnex() | TalksBlock() | AuditAnnex() | WeightingNote() | ResponseRates():
            return
        case QuestionnaireAnnex() | CrosswalkAnnex() | WeightingAnnex():
            return
