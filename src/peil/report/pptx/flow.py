"""Running text of a slide: paragraphs with their looks, and how high they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peil.report.charts.wrap import wrap_text
from peil.report.document import Block, Bullets, Heading, Inline, KeyNumbers, Paragraph, Quote, Run
from peil.report.fonts import Face
from peil.report.outline import plain_text

LEADING = 1.2
BETWEEN = 0.4
"""Room above a paragraph, in parts of its size."""
INDENT = 1.3
"""Of a bullet's level, in parts of the size."""
SMALLEST = 12.0


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. ``level`` is 0 for plain text, 1 and up for bullets; ``number`` stands for a bullet."""

    text: Inline
    level: int = 0
    number: int = 0
    bold: bool = False
    italic: bool = False

    def height(self, size: float, width: float) -> float:
        """Give its height at a size in a width, with the room above it."""
        face = Face.BOLD if self.bold else Face.REGULAR
        room = width - self.level * INDENT * size
        lines = wrap_text(plain_text(self.text) or " ", max(room, size), size, face)
        return len(lines) * size * LEADING + BETWEEN * size


def flow(blocks: Iterable[Block]) -> tuple[Para, ...]:
    """Give the paragraphs of what is no figure or table."""
    return tuple(para for block in blocks for para in _paras(block, 1))


def height_of(paras: Sequence[Para], size: float, width: float) -> float:
    """Give the height of paragraphs one under the other."""
    return sum(para.height(size, width) for para in paras)


def fitting(paras: Sequence[Para], width: float, room: float, sizes: Sequence[float]) -> tuple[float, bool]:
    """Give the largest size at which paragraphs fit, or the smallest; says whether they do."""
    for size in sizes:
        if height_of(paras, size, width) <= room:
            return size, True
    return sizes[-1], False


def _paras(block: Block, level: int) -> Iterator[Para]:
    match block:
        case Paragraph():
            yield Para(block.text)
        case Heading():
            yield Para(block.text, bold=True)
        case Quote():
            yield from (Para(line, italic=True) for line in block.paragraphs)
        case KeyNumbers():
            yield from _paras(block.as_list(), level)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                yield from _item(item, level, number if block.ordered else 0)


def _item(item: tuple[Block, ...], level: int, number: int) -> Iterator[Para]:
    for place, part in enumerate(item):
        if isinstance(part, Bullets):
            yield from _paras(part, level + 1)
        elif isinstance(part, Paragraph):
            lead = (Run(f"{number}. "),) if number and place == 0 else ()
            yield Para((*lead, *part.text), level, number if place == 0 else -1)
        else:
            yield from _paras(part, level)
