"""Headings in order: levels without a jump, and the tree of contents."""

from collections.abc import Iterable
from dataclasses import dataclass

from peil.report.document import Block, Heading, Inline


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the contents, with those under it."""

    heading: Heading
    entries: tuple["Entry", ...] = ()


def plain_text(inline: Inline) -> str:
    """The words alone, without note calls."""
    return "".join(run.text for run in inline)


def heading_levels(blocks: Iterable[Block]) -> dict[int, int]:
    """The level of each heading by its position: never more than one deeper than the one before."""
    levels: dict[int, int] = {}
    before = 0
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            before = levels[position] = min(max(block.level, 1), before + 1)
    return levels


def contents(blocks: tuple[Block, ...], deepest: int) -> tuple[Entry, ...]:
    """The tree of headings, down to a level."""
    flat = [
        (level, blocks[position]) for position, level in heading_levels(blocks).items() if level <= deepest
    ]
    return _branch([(level, block) for level, block in flat if isinstance(block, Heading)])


def _branch(flat: list[tuple[int, Heading]]) -> tuple[Entry, ...]:
    starts = [i for i, (level, _) in enumerate(flat) if level == flat[0][0]]
    ends = [*starts[1:], len(flat)]
    return (
        tuple(
            Entry(flat[start][1], _branch(flat[start + 1 : end]))
            for start, end in zip(starts, ends, strict=True)
        )
        if flat
        else ()
    )
