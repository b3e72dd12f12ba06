"""F018: figures of a group that is smaller than the study's own minimum."""

from collections.abc import Iterator

from peil.audit.bounds import Bound, Bounds, join
from peil.audit.claim import (
    Claim,
    Compares,
    CountIs,
    MostChosen,
    RankIs,
    Selection,
    ShareIs,
)
from peil.audit.finding import Finding, Grade
from peil.audit.group import Filters, Group, filters_of, group_of
from peil.audit.ledger import Ledger
from peil.audit.rounding import Range
from peil.audit.rules.rule import FindingRule, cited, telling


def find_under_minimum(bounds: Bounds) -> Iterator[Finding]:
    """Find groups of which answers are told though fewer than the minimum gave them."""
    ledger, tell = bounds.ledger, telling(UNDER_MINIMUM.code, bounds)
    minimum = ledger.study.plan.disclosure.minimum_base
    sure: dict[tuple[str, Filters], tuple[list[str], Bound]] = {}
    guessed: dict[tuple[str, Filters], tuple[list[str], Bound]] = {}
    for claim in ledger.claims:
        for group in groups_told(claim, ledger):
            size, firm = size_of(claim, group, bounds)
            if size.range.high < minimum:
                found = sure if firm else guessed
                found.setdefault((group.item, group.filters), ([], size))[0].append(claim.id)
    for found, grade in ((sure, Grade.CERTAIN), (guessed, Grade.LIKELY)):
        for about, size in found.values():
            yield tell.finding(
                grade,
                join(about, size.claims),
                "under_minimum" if grade is Grade.CERTAIN else "under_minimum_inferred",
                base=size.range.high,
                minimum=minimum,
                printed=cited(about),
                limits=cited(size.claims),
            )


def groups_told(claim: Claim, ledger: Ledger) -> list[Group]:
    """Give the parts of all respondents whose answers a claim tells something of."""
    match claim.check:
        case ShareIs(selection=selection) | MostChosen(selection=selection) | RankIs(selection=selection):
            several = [selection]
        case Compares(left=left, right=right):
            several = [left, *([right] if isinstance(right, Selection) else [])]
        case CountIs(filters=filters) if len(filters) > 1:
            variable = ledger.study.codebook.variables.get(filters[-1].name)
            name = variable.item if variable else filters[-1].name
            whole = filters_of(filters[:-1], ledger.same)
            return [Group(name, whole)] if name in ledger.study.codebook.items else []
        case _:
            several = []
    return [group for group in (group_of(one, ledger.same) for one in several) if group.filters]


def size_of(claim: Claim, group: Group, bounds: Bounds) -> tuple[Bound, bool]:
    """Give the most people the group can have, and whether that is printed rather than inferred."""
    printed = bounds.base(group)
    own = claim.base_n if isinstance(claim.check, ShareIs | MostChosen | RankIs | CountIs) else None
    if own and claim.base_known in {"printed", "derived", "upper_bound"}:
        return printed.narrowed(Bound(Range(0, own), (claim.id,))), True
    if own and claim.base_known == "inferred" and own < printed.range.high:
        return Bound(Range(own, own), (claim.id,)), False
    return printed, True


UNDER_MINIMUM = FindingRule(
    "F018",
    "under_minimum",
    "Figures of a group that is smaller than the plan's minimum_base.",
    "So few people say little about others, and can be recognised in what is told of them.",
    "certain; likely when the base was inferred from the percentages",
    "75% of museums, which are 4 of the respondents, under a minimum of 10",
    find_under_minimum,
)
