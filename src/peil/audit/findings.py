"""Findings about printed claims, from the claims alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from peil.audit.claim import BaseIs, Claim, CountIs, Filter, MeanShareIs, RankIs, Selection, ShareIs
from peil.audit.finding import Finding, Grade
from peil.audit.possible import try_share
from peil.study.question import Kind
from peil.study.study import Study

IMPOSSIBLE_SHARE = "F001"
TWO_VALUES = "F002"
PARTS_AND_WHOLE = "F003"
ADJUSTED_PARTS = "F004"

FINDING_CODES = {
    IMPOSSIBLE_SHARE: "No count of the printed base gives the printed percentage.",
    TWO_VALUES: "The same figure is printed with two values.",
    PARTS_AND_WHOLE: "Parts that make up a whole don't add up to it, by more than rounding explains.",
    ADJUSTED_PARTS: "Percentages were adjusted so that they add up to 100.",
}


def find_all(claims: Sequence[Claim], study: Study) -> tuple[Finding, ...]:
    """Give all findings that need no data."""
    return (
        *impossible_shares(claims, study),
        *two_values(claims),
        *uneven_counts(claims, study),
        *uneven_shares(claims, study),
    )


def impossible_shares(claims: Iterable[Claim], study: Study) -> Iterator[Finding]:
    """Find percentages that no count of their base gives."""
    for claim in claims:
        found = try_share(claim, study.plan)
        if found is None or found.counts:
            continue
        near = " or ".join(f"{value}%" for value in found.nearest)
        message = f"{claim.printed} of a base of {found.base} is no whole number of people; possible: {near}."
        if found.loose:
            message = f"{claim.printed} of a base of {found.base} needs an exact half that was rounded down."
        yield Finding(IMPOSSIBLE_SHARE, Grade.LIKELY if found.loose else Grade.CERTAIN, (claim.id,), message)


def two_values(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Find figures that are printed twice, differently."""
    same: dict[object, list[Claim]] = {}
    for claim in claims:
        key = what_is_counted(claim)
        if key is not None:
            same.setdefault(key, []).append(claim)
    for group in same.values():
        printed = list(dict.fromkeys(claim.printed for claim in group))
        if len(printed) > 1:
            places = "; ".join(f"{claim.printed} in {claim.where}" for claim in group)
            message = f"the same figure is printed as {' and as '.join(printed)}: {places}."
            yield Finding(TWO_VALUES, Grade.CERTAIN, tuple(claim.id for claim in group), message)


def what_is_counted(claim: Claim) -> object:
    """Give what a claim counts, its printed value aside; None for claims that print no figure."""
    match claim.check:
        case ShareIs(decimals=decimals) | MeanShareIs(decimals=decimals):
            return replace(claim.check, percent=Decimal(0)), decimals
        case CountIs() | BaseIs():
            return replace(claim.check, n=0)
        case RankIs():
            return replace(claim.check, rank=0)
    return None


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


def uneven_shares(claims: Iterable[Claim], study: Study) -> Iterator[Finding]:
    """Find options of one question whose percentages can't add up to 100.

    Each printed percentage lies within half a point of its share, so that k of them lie within k halves.
    """
    for parts in share_parts(claims, study):
        total, slack = printed_sum(parts), Decimal(len(parts.claims)) / 2
        too_low = parts.cover(study) and total < 100 - slack
        if total > 100 + slack or too_low:
            message = f"the printed percentages of {parts.item} add up to {total}."
            yield Finding(PARTS_AND_WHOLE, Grade.LIKELY, parts.ids, message)


def uneven_counts(claims: Iterable[Claim], study: Study) -> Iterator[Finding]:
    """Find counts of all classes of a group that don't add up to the count of all."""
    wholes: dict[tuple[Filter, ...], Claim] = {}
    found: dict[tuple[tuple[Filter, ...], str], Parts] = {}
    for claim in claims:
        if not isinstance(claim.check, CountIs):
            continue
        wholes.setdefault(claim.check.filters, claim)
        for one in claim.check.filters:
            item = study.codebook.items.get(one.name)
            if item is not None and item.kind is Kind.SINGLE and len(one.values) == 1:
                rest = tuple(other for other in claim.check.filters if other != one)
                parts = found.setdefault((rest, one.name), Parts(one.name, {}))
                parts.claims.setdefault(one.values[0], claim)
    for (rest, name), parts in found.items():
        whole = wholes.get(rest)
        if whole is None or not parts.cover(study):
            continue
        total = sum(claim.check.n for claim in parts.claims.values() if isinstance(claim.check, CountIs))
        if isinstance(whole.check, CountIs) and total != whole.check.n:
            message = f"the classes of {name} add up to {total}, and the whole is printed as {whole.printed}."
            yield Finding(PARTS_AND_WHOLE, Grade.LIKELY, (*parts.ids, whole.id), message)
