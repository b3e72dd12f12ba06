"""A place in a source file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where something stands: file as the user knows it, line and column counted from 1.

    A line of 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give the place as an editor understands it: ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def right(self, columns: int) -> "Span":
        """Give the place so many columns further on the same line."""
        return Span(self.file, self.line, self.column + columns)
