"""F014: the option said to be chosen most is not the one with the largest percentage."""

from collections.abc import Iterator

from peil.audit.bounds import Bounds, join
from peil.audit.claim import Claim, MostChosen
from peil.audit.finding import Finding, Grade
from peil.audit.group import group_of
from peil.audit.rounding import Range
from peil.audit.rules.rule import FindingRule, Telling, cited, telling
from peil.audit.said import Named


def find_most_chosen(bounds: Bounds) -> Iterator[Finding]:
    """Set each most chosen option beside the percentages of the same group."""
    tell = telling(MOST_CHOSEN.code, bounds)
    for claim in bounds.ledger.claims:
        if isinstance(claim.check, MostChosen):
            yield from try_most_chosen(claim, claim.check, bounds, tell)


def try_most_chosen(claim: Claim, check: MostChosen, bounds: Bounds, tell: Telling) -> Iterator[Finding]:
    """Find an option that is printed larger than one said to be chosen most, or as large and not named."""
    group = group_of(check.selection, bounds.ledger.same)
    named = set(check.selection.options)
    found = {one: bounds.share(group, frozenset({one})) for one in bounds.ledger.options(group)}
    ranked = sorted(found.items(), key=lambda one: -one[1].range.low)
    if not named or not named <= set(found):
        return
    top, most = ranked[0]
    below = [one for one in check.selection.options if found[one].range.high < most.range.low]
    if below:
        yield tell.finding(
            Grade.CERTAIN,
            (claim.id, *join(most.claims, found[below[0]].claims)),
            "most_chosen",
            said=cited((claim.id,)),
            option=Named(group.item, (top,)),
            larger=cited(most.claims),
            other=Named(group.item, (below[0],)),
            smaller=cited(found[below[0]].claims),
        )
        return
    first = next(iter(check.selection.options), "")
    tied = [one for one in found if one not in named and same_number(found[one].range, found[first].range)]
    if tied:
        claims = join(found[tied[0]].claims, found[first].claims)
        yield tell.finding(
            Grade.LIKELY,
            (claim.id, *claims),
            "most_chosen_tied",
            said=cited((claim.id,)),
            option=Named(group.item, (tied[0],)),
            equal=cited(claims),
        )


def same_number(one: Range, other: Range) -> bool:
    """Say whether two shares are surely the same number of the same people."""
    return one == other and one.high - one.low <= 1


MOST_CHOSEN = FindingRule(
    "F014",
    "most_chosen",
    "The option said to be chosen most is not the one with the largest percentage.",
    "The sentence and the figure under it say different things.",
    "certain when another option is larger whatever the rounding; likely when another is exactly as large "
    "and isn't named",
    '"most say sometimes", with 32% sometimes and 38% often',
    find_most_chosen,
)
