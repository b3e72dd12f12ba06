"""The text of one mail in one language, as its author wrote it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from peil.core.span import Span
from peil.study.text import Fill

BUILT_IN = ("name", "link", "code", "closes", "title", "unsubscribe")
"""Placeholders that Peil fills in itself; any other is a column of the sample."""


class Kind(StrEnum):
    """Which mail; the value is its file's name."""

    INVITATION = "invitation"
    REMINDER_1 = "reminder-1"
    REMINDER_2 = "reminder-2"


@dataclass(frozen=True, slots=True)
class Bold:
    """Words that stand out."""

    parts: tuple[str | Fill, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """``[label](target)``."""

    label: tuple[str | Fill, ...]
    target: tuple[str | Fill, ...]


Inline = str | Fill | Bold | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    parts: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with dots."""

    items: tuple[tuple[Inline, ...], ...]


Block = Paragraph | Listing


@dataclass(frozen=True, slots=True)
class Template:
    """One mail's text.

    Args:
        kind: Which mail.
        language: Language that it is written in.
        subject: The subject's words and placeholders.
        blocks: Paragraphs and lists in reading order.
        span: The file.
    """

    kind: Kind
    language: str
    subject: tuple[str | Fill, ...]
    blocks: tuple[Block, ...]
    span: Span

    def fills(self) -> Iterator[Fill]:
        """Give every placeholder in reading order, the subject's first."""
        yield from fills_of(self.subject)
        for block in self.blocks:
            for parts in lines_of(block):
                yield from fills_of(parts)


def lines_of(block: Block) -> tuple[tuple[Inline, ...], ...]:
    """Give a paragraph's one line, or a list's items."""
    return (block.parts,) if isinstance(block, Paragraph) else block.items


def fills_of(parts: Sequence[Inline]) -> Iterator[Fill]:
    """Give the placeholders among parts, those of links and of bold words too."""
    for part in parts:
        if isinstance(part, Fill):
            yield part
        elif isinstance(part, Bold):
            yield from fills_of(part.parts)
        elif isinstance(part, Link):
            yield from fills_of(part.label)
            yield from fills_of(part.target)
