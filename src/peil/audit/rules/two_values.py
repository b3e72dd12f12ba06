"""F002: one figure that is printed with two values."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from peil.audit.bounds import Bounds
from peil.audit.claim import Claim, MeanShareIs, RankIs
from peil.audit.finding import Finding, Grade
from peil.audit.ledger import Ledger, PrintedNumber, PrintedShare, ids
from peil.audit.rounding import Rounded, Slack
from peil.audit.rules.rule import FindingRule, Telling, cited, telling


def find_two_values(bounds: Bounds) -> Iterator[Finding]:
    """Set every printing of a figure beside the others."""
    ledger, tell = bounds.ledger, telling(TWO_VALUES.code, bounds)
    same: dict[object, list[PrintedShare]] = {}
    for group, shares in ledger.shares.items():
        for share in shares:
            same.setdefault((group, share.options), []).append(share)
    for several in same.values():
        apart = odd_ones(several)
        if apart:
            yield tell.finding(Grade.CERTAIN, ids(apart), "two_values", printed=cited(ids(apart)))
    yield from numbers_apart(ledger, tell)
    yield from others_apart(ledger, tell)


def odd_ones(several: list[PrintedShare]) -> list[PrintedShare]:
    """Give the printings of a share that disagree with another one; where two agree in value, both."""
    return (
        [one for one in several if any(not agree(one.printed, other.printed) for other in several)]
        if len(several) > 1
        else []
    )


def agree(one: Rounded, other: Rounded) -> bool:
    """Say whether two printed percentages can be one share: 29 and 29.3, not 29 and 29.6.

    With as many decimals they must be equal. Otherwise the coarser one may be rounded from the share or
    from the finer one, twice on the way, and the finer one twice too; that last step further only goes where
    a half is rounded to even.
    """
    coarse, fine = sorted((one, other), key=lambda printed: printed.decimals)
    if coarse.decimals == fine.decimals:
        return coarse.units == fine.units
    finer = fine.scale // coarse.scale
    over = 20 * (fine.units - coarse.units * finer)
    to_even = coarse.units % 2 == 0 if over > 0 else fine.units % 2 == 0
    return abs(over) <= Slack.TWICE * (finer + (1 if to_even else 0))


def numbers_apart(ledger: Ledger, tell: Telling) -> Iterator[Finding]:
    """Find counts, and bases, that are printed with two values."""
    own = [[one for one in found if not one.beside] for found in ledger.bases.values()]
    for several in (*ledger.counts.values(), *own):
        if len({one.n for one in several}) > 1:
            yield tell.finding(Grade.CERTAIN, ids(several), "two_values", printed=cited(ids(several)))
    for found in ledger.bases.values():
        yield from bases_beside(found, tell)


def bases_beside(found: list[PrintedNumber], tell: Telling) -> Iterator[Finding]:
    """Find a base beside a percentage that isn't the one that is printed by itself, or beside the others."""
    first: dict[int, PrintedNumber] = {}
    for one in sorted(found, key=lambda one: one.beside):
        first.setdefault(one.n, one)
    if len(first) > 1 and any(one.beside for one in first.values()):
        yield tell.finding(
            Grade.LIKELY,
            ids(first.values()),
            "two_bases",
            bases=tuple(first),
            printed=cited(ids(first.values())),
        )


def others_apart(ledger: Ledger, tell: Telling) -> Iterator[Finding]:
    """Find ranks and means that are printed with two values."""
    same: dict[object, list[Claim]] = {}
    for claim in ledger.claims:
        match claim.check:
            case MeanShareIs():
                same.setdefault(replace(claim.check, percent=Decimal(0)), []).append(claim)
            case RankIs():
                same.setdefault(replace(claim.check, rank=0), []).append(claim)
    for several in same.values():
        if len({claim.printed for claim in several}) > 1:
            about = tuple(claim.id for claim in several)
            yield tell.finding(Grade.CERTAIN, about, "two_values", printed=cited(about))


TWO_VALUES = FindingRule(
    "F002",
    "two_values",
    "One figure that is printed with two values.",
    "A reader can't know which of them to quote.",
    "certain; likely when the base beside a percentage differs from the base printed for its group",
    "29% in the text, 29.6% in the table (29.3% would agree)",
    find_two_values,
)
