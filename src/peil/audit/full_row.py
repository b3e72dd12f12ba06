"""All printed answers of a question of one answer each, where they make exactly 100."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from peil.audit.group import Group
from peil.audit.ledger import Ledger, PrintedShare
from peil.audit.rounding import HONEST, find_way


@dataclass(frozen=True)
class FullRow:
    """All answers of a question of one answer each, printed in percent that make exactly 100."""

    group: Group
    shares: dict[str, PrintedShare]
    base: int

    @property
    def impossible(self) -> list[str]:
        """Options whose percentage no honest rounding gives."""
        if not self.base:
            return []
        return [one for one, share in self.shares.items() if find_way(share.printed, self.base) not in HONEST]

    @property
    def apart(self) -> bool:
        """No counts that make the base round to all of it, though they may to each of it."""
        counts = [share.printed.counts(self.base) for share in self.shares.values()]
        low, high = sum(one.low for one in counts), sum(one.high for one in counts)
        return bool(self.base) and not low <= self.base <= high

    @property
    def near(self) -> bool:
        """Counts exist that make the base and lie less than a unit from what is printed."""
        low = high = 0
        for share in self.shares.values():
            step, units = 100 * share.printed.scale, share.printed.units
            low += max(0, (units - 1) * self.base // step + 1)
            high += min(self.base, -(-(units + 1) * self.base // step) - 1)
        return low <= self.base <= high


def complete_rows(ledger: Ledger) -> Iterator[FullRow]:
    """Give every question of which all answers are printed and make exactly 100."""
    for group, shares in ledger.shares.items():
        options = ledger.options(group)
        if len(options) < 3 or not ledger.single(group):
            continue
        parts = {share.options: share for share in reversed(shares)}
        own = {one: parts.get(frozenset({one})) for one in options}
        found = {one: share for one, share in own.items() if share}
        if len(found) == len(own) and sum((one.printed.value for one in found.values()), Decimal(0)) == 100:
            base = ledger.firm_base(group)
            yield FullRow(group, found, base.n if base and ledger.counted(group) else 0)
