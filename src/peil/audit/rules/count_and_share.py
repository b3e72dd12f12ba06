"""F010: a number of people and a percentage of the same people that disagree."""

from collections.abc import Iterator

from peil.audit.bounds import Bounds
from peil.audit.finding import Finding, Grade
from peil.audit.ledger import ids
from peil.audit.rules.rule import FindingRule, cited, telling
from peil.audit.said import Percent
from peil.core.percent import percent


def find_count_and_share(bounds: Bounds) -> Iterator[Finding]:
    """Reckon each percentage of which the number of people is printed too."""
    ledger, tell = bounds.ledger, telling(COUNT_AND_SHARE.code, bounds)
    for group, shares in ledger.shares.items():
        base = ledger.firm_base(group)
        if group.study or base is None or not base.n or not ledger.counted(group):
            continue
        for share in shares:
            who = group.filters | {ledger.chosen(group.item, share.options)}
            printed = ledger.counts.get(who, [])
            if len({one.n for one in printed}) != 1:
                continue
            window, n = share.printed.counts(base.n), printed[0].n
            if not window.low <= n <= window.high:
                yield tell.finding(
                    Grade.CERTAIN,
                    (*ids(printed[:1]), share.id, base.claim.id),
                    "count_and_share",
                    count=cited(ids(printed[:1])),
                    base=base.n,
                    computed=Percent(percent(n, base.n, share.printed.decimals)),
                    share=cited((share.id,)),
                )


COUNT_AND_SHARE = FindingRule(
    "F010",
    "count_and_share",
    "A number of people and a percentage of the same people that disagree.",
    "One of the two was not brought up to date.",
    "certain",
    "71 of 130, which is 55%, and 58% beside it",
    find_count_and_share,
)
