"""A section of the annex on methodology: what it answers, in a table or in words of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peil.report.compose.figure import cell
from peil.report.compose.methodology.source import Source
from peil.report.compose.methodology.words import name_methodology
from peil.report.document import Block, Grid, Heading, NumberedTable, Paragraph, Run, TableCell

TWO_COLUMNS = (1.0, 2.2)


@dataclass(frozen=True, slots=True)
class Answer:
    """A subject, by its name, and what is said of it; empty where nothing is known."""

    name: str
    text: str


@dataclass(frozen=True)
class Section:
    """A section.

    Args:
        name: Name of its heading.
        answers: Subjects that it tells of in a table, those among them that nobody stated.
        blocks: What follows the table.
        beside: Subjects that the blocks tell of.
        unknown: Subjects that the blocks would tell of, and don't because nobody stated them.
    """

    name: str
    answers: tuple[Answer, ...] = ()
    blocks: tuple[Block, ...] = ()
    beside: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """Subjects that it tells of."""
        return frozenset((*(one.name for one in self.answers if one.text), *self.beside))

    @property
    def lacking(self) -> tuple[str, ...]:
        """Subjects that nobody stated, in order."""
        return (*(one.name for one in self.answers if not one.text), *self.unknown)

    @property
    def subjects(self) -> frozenset[str]:
        """All subjects that belong here."""
        return self.known | frozenset(self.lacking)


def set_section(source: Source, section: Section, place: int) -> Iterator[Block]:
    """Give a section with its heading, numbered by its place in the annex."""
    number = f"{source.number}.{place}" if source.number else ""
    title = name_methodology(source.language, "headings", section.name)
    yield Heading(2, number, (Run(title),), f"{source.anchor}-{section.name}")
    if section.answers:
        yield answer_table(source, section.answers)
    yield from section.blocks


def answer_table(source: Source, answers: Sequence[Answer]) -> NumberedTable:
    """Give subjects and what is said of them; of what nobody stated it is said so."""
    body = tuple(
        (cell(subject(source, one.name), header=True), cell(one.text or source.say("unstated")))
        for one in answers
    )
    head = tuple(cell(source.say(name), header=True) for name in ("topic", "told"))
    return table((head,), body, TWO_COLUMNS)


def subject(source: Source, name: str) -> str:
    """Give a subject's name as it stands in a table."""
    told = name_methodology(source.language, "names", name)
    return told[:1].upper() + told[1:]


def table(
    head: tuple[tuple[TableCell, ...], ...],
    body: tuple[tuple[TableCell, ...], ...],
    widths: tuple[float, ...] = (),
) -> NumberedTable:
    """Give a table outside the numbering."""
    return NumberedTable(0, "", "", "", "", (), Grid(head, body, widths=widths))


def told(*sentences: str) -> Paragraph:
    """Give a paragraph of sentences, those that are empty left out."""
    return Paragraph((Run(" ".join(filter(None, sentences))),))
