"""F013: a percentage of all that the percentages of the groups can't give."""

from collections.abc import Iterator

from peil.audit.bounds import Bounds
from peil.audit.finding import Finding, Grade
from peil.audit.group import Group, in_order
from peil.audit.ledger import Ledger, PrintedNumber, PrintedShare, ids
from peil.audit.rounding import Range
from peil.audit.rules.rule import FindingRule, cited, telling
from peil.audit.said import Named

Classes = dict[str, PrintedShare]


def find_groups_and_total(bounds: Bounds) -> Iterator[Finding]:
    """Add up the classes of a group, where their bases make up the whole one."""
    ledger, tell = bounds.ledger, telling(GROUPS_AND_TOTAL.code, bounds)
    for (whole, options, name), classes in by_class(ledger).items():
        total = next((one for one in ledger.shares.get(whole, []) if one.options == options), None)
        base = ledger.firm_base(whole)
        bases = [ledger.firm_base(share.group) for share in classes.values()]
        known = [one for one in bases if one]
        if total is None or base is None or len(known) < len(bases) or sum(one.n for one in known) != base.n:
            continue
        counts = [bounds_of(share, one) for share, one in zip(classes.values(), known, strict=True)]
        own = total.printed.counts(base.n)
        if own.empty or any(one.empty for one in counts):
            continue
        low, high = sum(one.low for one in counts), sum(one.high for one in counts)
        if own.low > high or own.high < low:
            shares = [total, *classes.values()]
            yield tell.finding(
                Grade.CERTAIN,
                (*ids(shares), *ids([base, *known])),
                "groups_and_total",
                total=cited((total.id,)),
                group=Named(name),
                classes=cited(ids(classes.values())),
                low=low,
                high=high,
                base=base.n,
                least=own.low,
                most=own.high,
            )


def bounds_of(share: PrintedShare, base: PrintedNumber) -> Range:
    """Give the counts of a class's base that its percentage leaves open."""
    return share.printed.counts(base.n)


def by_class(ledger: Ledger) -> dict[tuple[Group, frozenset[str], str], Classes]:
    """Give for each figure and each way to split it the classes that are printed."""
    found: dict[tuple[Group, frozenset[str], str], Classes] = {}
    for group, shares in ledger.shares.items():
        if group.study or not ledger.counted(group):
            continue
        for one in in_order(group.filters):
            for name, value in ledger.classes_of(one):
                for share in shares:
                    key = group.without(one), share.options, name
                    found.setdefault(key, {}).setdefault(value, share)
    return found


GROUPS_AND_TOTAL = FindingRule(
    "F013",
    "groups_and_total",
    "A percentage of all that the percentages of the groups can't give.",
    "The total is the sum of its groups, whatever each is rounded to.",
    "certain; only tried where the printed bases of the classes add up to the printed base of all",
    "20% of 50 and 40% of 50 with a total of 35%",
    find_groups_and_total,
)
