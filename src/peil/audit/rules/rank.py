"""F015: a rank that the printed percentages contradict."""

from collections.abc import Iterator

from peil.audit.bounds import Bounds, join
from peil.audit.claim import RankIs
from peil.audit.finding import Finding, Grade
from peil.audit.group import group_of
from peil.audit.rules.rule import FindingRule, cited, telling
from peil.audit.said import Named


def find_ranks(bounds: Bounds) -> Iterator[Finding]:
    """Count the options that surely are larger, and those that could be."""
    ledger, tell = bounds.ledger, telling(RANK.code, bounds)
    for claim in ledger.claims:
        if not isinstance(claim.check, RankIs):
            continue
        group = group_of(claim.check.selection, ledger.same)
        (option,) = claim.check.selection.options
        own = bounds.share(group, frozenset({option}))
        others = {
            one: bounds.share(group, frozenset({one})) for one in ledger.options(group) if one != option
        }
        larger = [one for one, bound in others.items() if bound.range.low > own.range.high]
        smaller = [one for one, bound in others.items() if bound.range.high < own.range.low]
        best, worst = 1 + len(larger), 1 + len(others) - len(smaller)
        if own.claims and not best <= claim.check.rank <= worst:
            proof = larger if best > claim.check.rank else smaller
            claims = join(own.claims, *(others[one].claims for one in proof))
            yield tell.finding(
                Grade.CERTAIN,
                (claim.id, *claims),
                "rank_too_high" if best > claim.check.rank else "rank_too_low",
                option=Named(group.item, (option,)),
                rank=claim.check.rank,
                bound=best if best > claim.check.rank else worst,
                own=cited(own.claims),
                others=tuple(Named(group.item, (one,)) for one in proof),
                proof=cited(join(*(others[one].claims for one in proof))),
            )


RANK = FindingRule(
    "F015",
    "rank",
    "A rank that the printed percentages contradict.",
    "The order in the text is not the order of the figures.",
    "certain",
    '"comes second", with two larger percentages',
    find_ranks,
)
