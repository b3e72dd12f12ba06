"""How long pages are looked at: counts by page and bin, that nobody's visit can be told from."""

from collections import Counter
from collections.abc import Mapping

from peil.store.database import Database

CAP = 600
"""Seconds after which nobody is taken to be looking at the page any more."""

BINS = (*range(10), *range(10, 60, 5), *range(60, CAP + 1, 30))
"""Where each bin begins, in seconds: one by one, then by five up to a minute, then by thirty; the last is the
cap alone."""

Visits = Mapping[tuple[str, int], int]
"""Page id and where the bin begins, to how many visits."""


def capped(seconds: int) -> int:
    """Give the seconds within 0 and the cap."""
    return min(max(seconds, 0), CAP)


def bin_of(seconds: int) -> int:
    """Give where the bin begins that the seconds fall in.

    >>> [bin_of(seconds) for seconds in (0, 9, 14, 59, 61, 599, 600, 4000)]
    [0, 9, 10, 55, 60, 570, 600, 600]
    """
    whole = capped(seconds)
    if whole < 10:
        return whole
    width = 5 if whole < 60 else 30
    return whole - whole % width


def add_visits(database: Database, visits: Visits) -> None:
    """Add counts, in an order in which two processes never wait for each other."""
    database.execute_many(
        "INSERT INTO page_seconds (page, bin, visits) VALUES (?, ?, ?)"
        " ON CONFLICT (page, bin) DO UPDATE SET visits = page_seconds.visits + excluded.visits",
        [(page, start, many) for (page, start), many in sorted(visits.items())],
    )


def read_visits(database: Database) -> dict[str, Counter[int]]:
    """Give page id to its histogram: where a bin begins to how many visits."""
    found: dict[str, Counter[int]] = {}
    for page, start, many in database.execute("SELECT page, bin, visits FROM page_seconds"):
        found.setdefault(page, Counter())[start] = many
    return found
