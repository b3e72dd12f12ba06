"""Codes that say why a cell holds no answer, out of the way of every answer there can be."""

from collections.abc import Collection
from decimal import Decimal

NOT_ASKED, BLANK, LEFT_BEFORE = range(3)
FAR = 8_999_999_999_999_997
"""Beyond the largest number that is kept, and kept exactly all the same."""
LADDER = (9_997, 99_997, 999_997, 99_999_997, 99_999_999_997, FAR)
SMALL = 90
"""So many codes are left free under the first of the three, for other reasons."""

Codes = tuple[int, int, int]
"""Not asked, blank, left before."""


def beside_codes(taken: Collection[int]) -> Codes:
    """Give the three codes beside options': 9997 to 9999, or longer ones where options are numbered so."""
    return _above(Decimal(max(taken, default=0)))


def beside_numbers(low: Decimal | None, high: Decimal | None) -> Codes:
    """Give the three codes beside numbers between bounds, an open bound being None."""
    if low is not None and low >= 0:
        return -9_997, -9_998, -9_999
    return _above(high) if high is not None else _three(FAR)


def _above(highest: Decimal) -> Codes:
    return _three(next((first for first in LADDER if first - SMALL > highest), FAR))


def _three(first: int) -> Codes:
    return first, first + 1, first + 2
