"""A deck's text cut into slides."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from peil.report.document import Block, Document, Heading, Inline, Run, Spoken
from peil.report.outline import plain_text

LEVEL = 2
"""Headings down to this level start a slide."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, what stands on it, and what is said at it.

    ``section`` is one that only announces what follows.
    """

    title: Inline
    blocks: tuple[Block, ...]
    spoken: tuple[Inline, ...] = ()
    section: bool = False


def cut_slides(document: Document) -> tuple[Slide, ...]:
    """Cut a document before each heading of the first or second level; no two slides have the same title.

    A heading of the first level with nothing beneath it before the next of the second makes a section.
    """
    taken: set[str] = {document.title}
    slides = []
    for heading, blocks, deeper in _parts(document):
        spoken = tuple(line for block in blocks if isinstance(block, Spoken) for line in block.paragraphs)
        shown = tuple(block for block in blocks if not isinstance(block, Spoken))
        section = heading.level == 1 and not shown and deeper
        slides.append(Slide(_own_title(heading.text, taken), shown, spoken, section))
    return tuple(slides)


def _parts(document: Document) -> Iterator[tuple[Heading, tuple[Block, ...], bool]]:
    """Give each heading that starts a slide with what is under it, and whether a deeper one comes next."""
    starts = [
        place
        for place, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.level <= LEVEL
    ]
    for start, end in pairwise((*starts, len(document.blocks))):
        heading = document.blocks[start]
        following = document.blocks[end] if end < len(document.blocks) else None
        deeper = isinstance(following, Heading) and following.level == LEVEL
        if isinstance(heading, Heading):
            yield heading, document.blocks[start + 1 : end], deeper


def _own_title(title: Inline, taken: set[str]) -> Inline:
    """Give a title that no slide before it has."""
    found, copies = title, 1
    while plain_text(found) in taken:
        copies += 1
        found = (*title, Run(f" ({copies})"))
    taken.add(plain_text(found))
    return found
