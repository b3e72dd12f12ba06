"""F012: percentages of one group that no base gives together."""

from collections.abc import Iterator

from peil.audit.bounds import ANY, Bounds, join
from peil.audit.finding import Finding, Grade
from peil.audit.ledger import Ledger, PrintedShare, ids
from peil.audit.rules.rule import FindingRule, cited, telling
from peil.audit.said import Named


def find_common_base(bounds: Bounds) -> Iterator[Finding]:
    """Try every base that there can be on all percentages of a group whose base isn't printed."""
    ledger, tell = bounds.ledger, telling(COMMON_BASE.code, bounds)
    for group, shares in ledger.shares.items():
        if group.study or not ledger.counted(group) or ledger.bases.get(group):
            continue
        largest = bounds.base(group)
        together = [share for share in shares if not impossible_alone(share)]
        if len({share.options for share in together}) < 2 or largest.range.high >= ANY:
            continue
        if not any(fits(base, together, ledger) for base in range(largest.range.high, 0, -1)):
            yield tell.finding(
                Grade.CERTAIN,
                join(ids(together), largest.claims),
                "no_common_base",
                question=Named(group.item),
                base=largest.range.high,
                printed=cited(ids(together)),
                limits=cited(largest.claims),
            )


def impossible_alone(share: PrintedShare) -> bool:
    """Say whether F001 finds it: no base up to the claim's own upper bound gives it."""
    largest = share.claim.base_n or 0
    return share.claim.base_known == "upper_bound" and all(
        share.printed.counts(base).empty for base in range(largest, 0, -1)
    )


def fits(base: int, shares: list[PrintedShare], ledger: Ledger) -> bool:
    """Say whether counts of a base give all percentages, and all answers together the base."""
    low, high, parts = 0, 0, {}
    for share in shares:
        counts = share.printed.counts(base)
        if counts.empty:
            return False
        if len(share.options) == 1 and share.options not in parts:
            parts[share.options] = counts
            low, high = low + counts.low, high + counts.high
    if not ledger.single(shares[0].group):
        return True
    return low <= base and (len(parts) < len(ledger.options(shares[0].group)) or high >= base)


COMMON_BASE = FindingRule(
    "F012",
    "common_base",
    "Percentages of one group that no base gives together.",
    "A group's base is often not printed; its percentages must still be numbers of the same people.",
    "certain when no base up to the largest possible one gives all of them",
    "33% and 41% of a group of at most 12",
    find_common_base,
)
