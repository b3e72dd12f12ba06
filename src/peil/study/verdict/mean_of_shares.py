"""The mean of one share over several tables."""

from collections.abc import Collection, Iterable

from peil.study.verdict.share_table import ShareTable, share_of


def mean_of_shares(tables: Iterable[ShareTable], options: Collection[str]) -> float | None:
    """Give the plain mean over tables of the options' share, or None where one of them is not known.

    Every table counts once, however large its base: it is a mean over items, not over respondents.
    """
    shares = [share_of(table, options) for table in tables]
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known and len(known) == len(shares) else None
