"""Where a cell stands in its file, found again only when there is a problem to point at."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from peil.core.span import Span


def cell_span(path: Path, line: int, column: int) -> Span:
    """Give the place of a cell: its own line and character column, both from 1.

    Args:
        path: The file.
        line: Line on which its row starts.
        column: Position of its column in the header.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines_down, characters = walk_to_cell(islice(file, line - 1, None), column)
    return Span(str(path), line + lines_down, characters + 1)


def walk_to_cell(lines: Iterable[str], column: int) -> tuple[int, int]:
    """Give how many lines down and characters right a cell starts, in lines from its row's first on."""
    quoted = False
    passed = 0
    for lines_down, text in enumerate(lines):
        for position, character in enumerate(text):
            if passed == column and not quoted:
                return lines_down, position
            if character == '"':
                quoted = not quoted
            elif character == "," and not quoted:
                passed += 1
        if not quoted:
            return lines_down, len(text)
    return 0, 0
