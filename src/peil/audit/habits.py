"""How a publication rounds, as far as its own figures show it."""

from peil.audit.ledger import Ledger
from peil.audit.rounding import Rounded, Way, find_way

ENOUGH = 2
"""So many percentages make a habit, where no other one speaks against it."""


def rounds_half_to_even(ledger: Ledger) -> bool:
    """Say whether several percentages need a half rounded to even, and none speaks against it."""
    needed = against = 0
    for group, shares in ledger.shares.items():
        printed = ledger.firm_base(group)
        if not ledger.counted(group):
            continue
        for share in shares:
            base = share.claim.firm_base or (printed.n if printed else 0)
            if base:
                needed += find_way(share.printed, base) is Way.HALF_EVEN
                against += is_odd_half(share.printed, base)
    return needed >= ENOUGH and not against


def is_odd_half(printed: Rounded, base: int) -> bool:
    """Say whether a percentage surely is an exact half that was rounded up to an odd number."""
    counts = printed.counts(base)
    if counts.low != counts.high or printed.units % 2 == 0:
        return False
    return 200 * printed.scale * counts.low == (2 * printed.units - 1) * base
