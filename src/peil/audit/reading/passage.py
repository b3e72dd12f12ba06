"""What a report's text is made of, whatever file it stands in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in a report.

    Args:
        section: The heading that it stands under; empty before the first.
        page: Its page, or None where the file has no pages.
        caption: The caption of the figure or table that it belongs to; empty for running text.
    """

    section: str = ""
    page: int | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a heading or a caption, on one line."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table as text: all its rows, the header row first, each with as many cells.

    ``aligned``: cells under each other belong to one column; not in a PDF whose lines leave cells out.
    """

    rows: tuple[tuple[str, ...], ...]
    spot: Spot
    aligned: bool = True


Part = Passage | TextTable
