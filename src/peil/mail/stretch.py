"""Lines of a file that belong together, as one text that still knows its places."""

from dataclasses import dataclass

from peil.core.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """One or more lines joined by a space.

    Args:
        text: The joined text.
        starts: How many characters stand before each line's first one, and where that stands.
    """

    text: str
    starts: tuple[tuple[int, Span], ...]

    def where(self, offset: int) -> Span:
        """Give the place of a character by how many stand before it."""
        before, span = [start for start in self.starts if start[0] <= offset][-1]
        return span.right(offset - before)

    def joined(self, line: "Stretch") -> "Stretch":
        """Give this text with another one behind it."""
        shift = len(self.text) + 1
        moved = tuple((start + shift, span) for start, span in line.starts)
        return Stretch(f"{self.text} {line.text}", (*self.starts, *moved))


def stretch(line: str, span: Span, skip: int = 0) -> Stretch:
    """Give one line, blanks around it and its first ``skip`` characters left out."""
    text = line[skip:].strip()
    blanks = skip + len(line[skip:]) - len(line[skip:].lstrip())
    return Stretch(text, ((0, span.right(blanks)),))
