"""A statement of SQL and the texts bound to it."""

from dataclasses import dataclass, field

from peil.estimation.sql.dialect import Dialect


@dataclass(frozen=True)
class Statement:
    """What is run: its text points at the values by their numbers, from 1."""

    text: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A statement in the making.

    Args:
        dialect: Its words.
        places: The texts bound so far, each once, with their numbers.
    """

    dialect: Dialect
    places: dict[str, int] = field(default_factory=dict)

    def bind(self, value: str) -> str:
        """Bind a text and give what points at it: no text ever stands in the statement itself."""
        return f"{self.dialect.place}{self.places.setdefault(value, len(self.places) + 1)}"

    def text(self, expression: str) -> str:
        """Give an expression as text."""
        return f"CAST({expression} AS {self.dialect.text})"

    def double(self, expression: str) -> str:
        """Give an expression as a 64-bit floating number."""
        return f"CAST({expression} AS {self.dialect.double})"

    def finish(self, text: str) -> Statement:
        """Give the statement."""
        return Statement(text, tuple(self.places))
