"""Claims about the parts of one whole, as they are recomputed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from peil.audit.claim import Claim, Selection, ShareIs
from peil.study.question import Kind
from peil.study.study import Study


@dataclass(frozen=True)
class Parts:
    """Claims about the parts of one whole: option (or class) to claim."""

    item: str
    claims: dict[str, Claim]

    def cover(self, study: Study) -> bool:
        """Say whether every option of the item is claimed."""
        return set(self.claims) == set(study.codebook.items[self.item].option_ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the claims."""
        return tuple(claim.id for claim in self.claims.values())


def share_parts(claims: Iterable[Claim], study: Study) -> list[Parts]:
    """Gather claims about single options of one item in one base; where one is claimed twice, the first."""
    found: dict[Selection, Parts] = {}
    for claim in claims:
        if not isinstance(claim.check, ShareIs) or claim.check.decimals:
            continue
        selection = claim.check.selection
        if len(selection.options) == 1 and study.codebook.items[selection.item].kind is Kind.SINGLE:
            key = replace(selection, options=())
            found.setdefault(key, Parts(selection.item, {})).claims.setdefault(selection.options[0], claim)
    return list(found.values())


def printed_sum(parts: Parts) -> Decimal:
    """Add up the printed percentages."""
    checks = (claim.check for claim in parts.claims.values())
    return sum((check.percent for check in checks if isinstance(check, ShareIs)), Decimal(0))
