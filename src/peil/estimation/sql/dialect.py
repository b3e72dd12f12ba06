"""The few words in which the databases' SQL differs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """How names are quoted, what two types are called, how a bound value is pointed at.

    Args:
        quote: What stands around a name; doubled inside one.
        text: The type of texts of any length.
        double: The type of 64-bit floating numbers.
        place: What stands before the number of a bound value.
    """

    quote: str
    text: str
    double: str
    place: str

    def name(self, *parts: str) -> str:
        """Give a name of one or more parts quoted, whatever is in it but a zero byte.

        Raises:
            ValueError: A part is empty or holds a zero byte: no database has such a name.
        """
        for part in parts:
            if not part or "\0" in part:
                raise ValueError(f"no table or column is called {part!r}")
        return ".".join(self.quote + part.replace(self.quote, self.quote * 2) + self.quote for part in parts)


STANDARD = Dialect('"', "VARCHAR", "DOUBLE PRECISION", "$")
"""DuckDB and PostgreSQL."""

SPARK = Dialect("`", "STRING", "DOUBLE", ":p")
"""Spark, and servers that speak its language."""
