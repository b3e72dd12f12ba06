"""What a verdict needs to know of a table."""

from collections.abc import Collection, Sequence
from typing import Protocol

NET = "net:"
"""Prefix of a cell that takes several options together."""

BLANK = "blank"
"""Name of the cell of those asked who left it blank."""


class ShareCell(Protocol):
    """An option with its count and share; both None where hidden, the share None of an empty base."""

    @property
    def option(self) -> str:
        """Option id, ``net:ID`` or ``blank``."""

    @property
    def n(self) -> int | None:
        """Unweighted count."""

    @property
    def share(self) -> float | None:
        """Share of the base, 0 to 1."""

    @property
    def p(self) -> float | None:
        """Of the difference between a group and the rest, adjusted over a family; None where not tested."""


class ShareTable(Protocol):
    """One item in one class of a group, or in the whole sample (group None)."""

    @property
    def group(self) -> str | None:
        """Class id, or None."""

    @property
    def n(self) -> int | None:
        """Unweighted base, None where hidden."""

    @property
    def cells(self) -> Sequence[ShareCell]:
        """Cells in option order."""


def share_of(table: ShareTable, options: Collection[str]) -> float | None:
    """Give the share of the options together, or None where one of them is hidden or absent.

    Shares are added up, so options of a multi question are counted once a tick; to count a respondent
    once, name a net.
    """
    shares = [cell.share for cell in table.cells if cell.option in options]
    if len(shares) != len(set(options)):
        return None
    known = [share for share in shares if share is not None]
    return sum(known) if len(known) == len(shares) and known else None


def count_of(table: ShareTable, options: Collection[str]) -> int | None:
    """Give the unweighted count of the options together, or None where one is hidden or absent."""
    counts = [cell.n for cell in table.cells if cell.option in options]
    if len(counts) != len(set(options)):
        return None
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) and known else None


def option_shares(table: ShareTable, without: Collection[str] = ()) -> dict[str, float]:
    """Give the share of each option, nets, blanks and the options left out aside; hidden ones are absent."""
    return {
        cell.option: cell.share
        for cell in table.cells
        if cell.share is not None
        and not cell.option.startswith(NET)
        and cell.option != BLANK
        and cell.option not in without
    }


def is_partly_hidden(table: ShareTable, without: Collection[str] = ()) -> bool:
    """Say whether a shown table has a hidden option: the largest shown needn't be the largest then."""
    return table.n is not None and any(
        cell.n is None
        for cell in table.cells
        if not cell.option.startswith(NET) and cell.option != BLANK and cell.option not in without
    )
