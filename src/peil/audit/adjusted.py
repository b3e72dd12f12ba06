"""Percentages that were adjusted so that they add up to 100: why some differ by a point."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from peil.audit.claim import Claim, ShareIs
from peil.audit.finding import Finding, Grade
from peil.audit.finding_phrases import PHRASES
from peil.audit.findings import ADJUSTED_PARTS
from peil.audit.parts import Parts, printed_sum, share_parts
from peil.audit.said import Named, Said
from peil.audit.tally import tally
from peil.audit.tell_said import tell
from peil.data.dataset import Dataset


def find_adjusted(claims: Sequence[Claim], dataset: Dataset) -> Iterator[Finding]:
    """Find questions whose printed percentages add up to 100 only because some were moved.

    Every option is printed, each less than a point from its share, and rounded half up they would not add
    up to 100.
    """
    for parts in share_parts(claims, dataset.study):
        if parts.cover(dataset.study) and printed_sum(parts) == 100:
            moved = find_moved(parts, dataset)
            if moved:
                said = Said("adjusted_parts", {"question": Named(parts.item)})
                yield Finding(ADJUSTED_PARTS, Grade.EXPLAINED, moved, tell(said, PHRASES), said)


def find_moved(parts: Parts, dataset: Dataset) -> tuple[str, ...]:
    """Give the claims that were moved, or none when moving doesn't explain the printed figures."""
    moved = []
    total = Decimal(0)
    for claim in parts.claims.values():
        if not isinstance(claim.check, ShareIs):
            return ()
        found = tally(dataset, claim.check.selection)
        rounded = found.percent(0)
        if rounded is None or abs(found.exact - int(claim.check.percent)) >= 1:
            return ()
        total += rounded
        if rounded != claim.check.percent:
            moved.append(claim.id)
    return () if total == 100 else tuple(moved)
