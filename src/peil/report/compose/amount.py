"""A share that may be shown, with the counts it comes from where it is unweighted."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from peil.core.percent import percent, percent_of_share, spell_number
from peil.disclose.release import ReleasedTable
from peil.disclose.verdicts import count_of, share_of

SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Amount:
    """A share (0 to 1); ``count`` and ``base`` are unweighted, ``counted`` says that they make the share."""

    share: float
    count: int
    base: int

    @property
    def counted(self) -> bool:
        """The share is count over base: no weights."""
        return self.base > 0 and abs(self.share - self.count / self.base) < SAME

    @property
    def exact(self) -> Fraction:
        """The percentage, unrounded."""
        return Fraction(100 * self.count, self.base) if self.counted else 100 * Fraction(repr(self.share))

    def percent(self, decimals: int = 0) -> Decimal:
        """The percentage as printed, half up from the counts where they make it."""
        if self.counted:
            return percent(self.count, self.base, decimals)
        return percent_of_share(self.share, decimals)

    def printed(self, language: str, decimals: int = 0) -> str:
        """The percentage in the language's figures: ``46%``, ``12,5%``."""
        return f"{spell_number(self.percent(decimals), language)}%"


def round_fraction(number: Fraction, decimals: int = 0) -> Decimal:
    """Round an exact number half away from zero."""
    scale = 10**decimals
    size = (2 * abs(number) * scale + 1) // 2
    return (Decimal(int(size)) * (1 if number >= 0 else -1)).scaleb(-decimals)


def is_whole(table: ReleasedTable) -> bool:
    """Say whether every cell is shown, so that the largest shown is the largest there is."""
    return bool(table.n) and all(cell.share is not None for cell in table.cells)


def amount_of(table: ReleasedTable | None, options: Collection[str]) -> Amount | None:
    """Give the share of options together, or None where it is hidden or there is nobody."""
    if table is None or not table.n:
        return None
    share, count = share_of(table, options), count_of(table, options)
    return None if share is None or count is None else Amount(share, count, table.n)
