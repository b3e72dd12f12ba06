"""The place of an option among the others."""

from collections.abc import Collection

from peil.study.verdict.mode import EQUAL_WITHIN
from peil.study.verdict.share_table import ShareTable, is_partly_hidden, option_shares


def rank(table: ShareTable, option: str, without: Collection[str] = ()) -> int | None:
    """Give an option's rank by share: 1 is most, ties share the best rank.

    None where the table or one of its options is hidden, or the option isn't among those that compete
    (``without`` names options that don't).
    """
    shares = option_shares(table, without)
    if option not in shares or is_partly_hidden(table, without):
        return None
    return 1 + sum(share > shares[option] + EQUAL_WITHIN for share in shares.values())
