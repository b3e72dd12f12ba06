"""The most chosen option."""

from collections.abc import Collection

from peil.study.verdict.share_table import ShareTable, is_partly_hidden, option_shares

EQUAL_WITHIN = 1e-12
"""Shares nearer than this are the same share, summed in another order."""


def mode(table: ShareTable, without: Collection[str] = ()) -> tuple[str, ...]:
    """Give the ids of the most chosen options in option order: all of them where several tie.

    Empty where the table or one of the options that compete is hidden, or nobody chose anything.

    Args:
        table: A table with shares.
        without: Options that don't compete, such as ``item.missing_ids``.
    """
    if is_partly_hidden(table, without):
        return ()
    shares = option_shares(table, without)
    most = max(shares.values(), default=0.0)
    if most <= 0:
        return ()
    return tuple(option for option, share in shares.items() if most - share <= EQUAL_WITHIN)
