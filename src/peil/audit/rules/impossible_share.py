"""F001: a percentage that no count of its base gives."""

from collections.abc import Iterator
from dataclasses import replace

from peil.audit.bounds import Bounds
from peil.audit.finding import Finding, Grade
from peil.audit.habits import rounds_half_to_even
from peil.audit.ledger import PrintedShare
from peil.audit.possible import find_counts
from peil.audit.rounding import Way, find_way, near, way_of
from peil.audit.rules.rule import FindingRule, Telling, cited, telling
from peil.audit.said import Percent
from peil.core.percent import percent

KINDS = {
    Way.NONE: "impossible",
    Way.CUT_OFF: "impossible_cut_off",
    Way.HALF_EVEN: "impossible_half_even",
    Way.HALF_DOWN: "impossible_half_down",
    Way.TWICE: "impossible_twice",
    Way.TWICE_DOWN: "impossible_twice_down",
}


def find_impossible(bounds: Bounds) -> Iterator[Finding]:
    """Try each percentage on the counts of the base that is printed for it."""
    tell, to_even = telling(IMPOSSIBLE_SHARE.code, bounds), rounds_half_to_even(bounds.ledger)
    for group, shares in bounds.ledger.shares.items():
        if not bounds.ledger.counted(group):
            continue
        printed = bounds.ledger.firm_base(group)
        for share in shares:
            if share.claim.firm_base:
                yield from try_base(share, share.claim.firm_base, tell, to_even=to_even)
            elif printed and printed.n:
                for found in try_base(share, printed.n, tell, to_even=to_even):
                    yield replace(found, claims=(*found.claims, printed.claim.id))
            elif share.claim.base_known == "upper_bound":
                yield from try_all_bases(share, share.claim.base_n or 0, tell)


def try_base(share: PrintedShare, base: int, tell: Telling, *, to_even: bool) -> Iterator[Finding]:
    """Try a percentage on one base."""
    way = find_way(share.printed, base)
    if way is Way.HALF_UP:
        return
    grade = Grade.EXPLAINED if way is Way.TWICE or (to_even and way is Way.HALF_EVEN) else Grade.LIKELY
    if way in {Way.NONE, Way.CUT_OFF} and not share.group.study:
        grade = Grade.CERTAIN
    counts = [count for count in near(share.printed, base) if way_of(share.printed, count, base) is way]
    decimals = share.printed.decimals
    nearest = find_counts(share.printed.value, base, decimals).nearest
    yield tell.finding(
        grade,
        (share.id,),
        KINDS[way],
        printed=cited((share.id,)),
        base=base,
        nearest=tuple(Percent(one) for one in nearest),
        count=counts[0],
        value=Percent(share.printed.value),
        exact=Percent(percent(counts[0], base, decimals + 2)),
    )


def try_all_bases(share: PrintedShare, largest: int, tell: Telling) -> Iterator[Finding]:
    """Try a percentage on every base up to the largest there can be."""
    if largest < 100 * 10**share.printed.decimals and all(
        share.printed.counts(base).empty for base in range(1, largest + 1)
    ):
        grade = Grade.LIKELY if share.group.study else Grade.CERTAIN
        yield tell.finding(
            grade, (share.id,), "impossible_any_base", printed=cited((share.id,)), base=largest
        )


IMPOSSIBLE_SHARE = FindingRule(
    "F001",
    "impossible_share",
    "A percentage that no count of its base gives.",
    "People are whole: of 82 there is nobody between 13% and 15%.",
    "certain when no count gives it, however honestly rounded; likely when an exact half was rounded to "
    "even or down; explained when rounding twice gives it, or other percentages show that halves go to even",
    "14% of a base of 82",
    find_impossible,
)
