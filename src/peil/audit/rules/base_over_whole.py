"""F016: more people than there can be: than the group, or than the route lets through."""

from collections.abc import Iterator

from peil.audit.bounds import Bound, Bounds, join
from peil.audit.claim import ShareIs
from peil.audit.finding import Finding, Grade
from peil.audit.group import in_order
from peil.audit.ledger import PrintedNumber, ids
from peil.audit.rounding import rounded
from peil.audit.rules.rule import FindingRule, Telling, cited, telling


def find_bases_over_whole(bounds: Bounds) -> Iterator[Finding]:
    """Set each base, and each count, beside the most people that other figures leave for it."""
    ledger, tell = bounds.ledger, telling(BASE_OVER_WHOLE.code, bounds)
    for group, printed in ledger.bases.items():
        if group.study:
            continue
        own = ledger.firm_base(group)
        if own is not None:
            yield from too_many(own, bounds.reachable(group), tell)
            continue
        for one in printed:
            yield from too_many(one, bounds.reachable(group), tell)
    for filters, printed in ledger.counts.items():
        for name, values in in_order(filters):
            whole = bounds.count(filters - {(name, values)})
            found = list(too_many(printed[0], whole, tell))
            yield from found[:1]
            if found:
                break


def too_many(printed: PrintedNumber, most: Bound, tell: Telling) -> Iterator[Finding]:
    """Tell a number of people that is larger than its bound."""
    if printed.n > most.range.high:
        kind, grade = kind_of(printed, most)
        yield tell.finding(
            grade,
            join(ids([printed]), most.claims),
            kind,
            base=printed.n,
            printed=cited(ids([printed])),
            most=most.range.high,
            limits=cited(most.claims),
        )


def kind_of(printed: PrintedNumber, most: Bound) -> tuple[str, Grade]:
    """Say whether a base beside a percentage may be that of the whole figure: the smaller one gives it."""
    check = printed.claim.check
    if not printed.beside or not isinstance(check, ShareIs):
        return "base_over", Grade.CERTAIN
    if rounded(check.percent, check.decimals).counts(most.range.high).empty:
        return "base_beside_over", Grade.LIKELY
    return "base_of_figure", Grade.EXPLAINED


BASE_OVER_WHOLE = FindingRule(
    "F016",
    "base_over_whole",
    "More people than there can be: than the group they are part of, or than the route lets through.",
    "A base that is too large means percentages of other people than the text says.",
    "certain; likely for the base beside a percentage; explained when the smaller base gives the percentage, "
    "so that the other is that of the whole figure",
    "110 asked why, of 130 of whom 22% never use it",
    find_bases_over_whole,
)
