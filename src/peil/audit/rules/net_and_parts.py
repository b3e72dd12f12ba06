"""F011: a net that isn't the sum of its parts."""

from collections.abc import Iterator
from decimal import Decimal

from peil.audit.bounds import Bounds, join
from peil.audit.finding import Finding, Grade
from peil.audit.group import Group
from peil.audit.ledger import Ledger
from peil.audit.rounding import WHOLE
from peil.audit.rules.rule import FindingRule, Telling, cited, telling
from peil.audit.rules.tell_conflict import tell_conflict
from peil.audit.said import Percent
from peil.audit.wholes import conflict_within, in_points, wholes


def find_nets(bounds: Bounds) -> Iterator[Finding]:
    """Find nets that their parts don't give; where rounding is the cause, say so."""
    tell = telling(NET_AND_PARTS.code, bounds)
    others = list(other_nets(bounds, tell))
    apart = {finding.claims[0] for finding in others}
    for whole in wholes(bounds.ledger):
        conflict = conflict_within(whole)
        if conflict:
            yield tell_conflict(whole, conflict, tell)
        else:
            yield from explained_nets(whole.group, bounds.ledger, tell, apart)
    yield from others


def explained_nets(group: Group, ledger: Ledger, tell: Telling, apart: set[str]) -> Iterator[Finding]:
    """Tell nets that differ from the sum of their printed parts because each is rounded by itself."""
    shares = ledger.shares[group]
    parts = {share.options: share for share in reversed(shares)}
    for net in shares:
        if len(net.options) < 2 or net.id in apart:
            continue
        own = [parts.get(frozenset({option})) for option in sorted(net.options)]
        found = [one for one in own if one and one.printed.decimals == net.printed.decimals]
        total = sum(one.printed.units for one in found)
        if len(found) == len(own) and total != net.printed.units:
            about = (net.id, *(one.id for one in found))
            total_percent = Percent(Decimal(total).scaleb(-net.printed.decimals))
            yield tell.finding(
                Grade.EXPLAINED,
                about,
                "net_rounded",
                net=cited((net.id,)),
                parts=cited(about[1:]),
                total=total_percent,
            )


def other_nets(bounds: Bounds, tell: Telling) -> Iterator[Finding]:
    """Find nets of scattered options, and of several answers, that lie outside what their parts allow.

    Of one answer each a net is the sum of its parts; of several it is at least the largest part and at most
    the sum.
    """
    ledger = bounds.ledger
    for group, shares in ledger.shares.items():
        order = ledger.options(group)
        for net in shares:
            if len(net.options) < 2 or not set(net.options) <= set(order):
                continue
            single = ledger.single(group)
            places = sorted(order.index(option) for option in net.options)
            if single and places[-1] - places[0] < len(places):
                continue
            own = bounds.share_range(net)
            found = [
                (bounds.printed_share(group, frozenset({option})), option) for option in sorted(net.options)
            ]
            lows = [one.range.low for one, _ in found]
            low = sum(lows) if single else max(lows)
            high = sum(one.range.high for one, _ in found)
            if own.low > high or own.high < low:
                claims = join(*(one.claims for one, _ in found))
                yield tell.finding(
                    Grade.LIKELY if group.study else Grade.CERTAIN,
                    (net.id, *claims),
                    "net_apart",
                    net=cited((net.id,)),
                    parts=cited(claims),
                    low=Percent(in_points(low)),
                    high=Percent(in_points(min(high, WHOLE))),
                )


NET_AND_PARTS = FindingRule(
    "F011",
    "net_and_parts",
    "A net that isn't the sum of its parts.",
    "Readers add printed percentages up.",
    "certain when no answers give both; explained when each is rounded by itself",
    "25% and 41% with a net of 65% (explained), 23% and 12% with a net of 38% (certain)",
    find_nets,
)
