"""Tell a contradiction between printed parts with both its sums."""

from peil.audit.bounds import join
from peil.audit.chain import Conflict
from peil.audit.finding import Finding, Grade
from peil.audit.rules.rule import Telling, cited
from peil.audit.said import Named
from peil.audit.wholes import Whole


def tell_conflict(whole: Whole, conflict: Conflict, tell: Telling) -> Finding:
    """Tell a contradiction with both its sums."""
    most = [limit.claim for limit in conflict.most if limit.claim]
    least = [limit.claim for limit in conflict.least if limit.claim]
    high = sum(limit.range.high for limit in conflict.most)
    low = sum(limit.range.low for limit in conflict.least)
    over, under = not most, not least
    sure = under is False and not whole.group.study
    kind = "parts_over" if over else "parts_under" if under else "parts_apart"
    return tell.finding(
        Grade.CERTAIN if sure else Grade.LIKELY,
        join(most, least, whole.known_by),
        f"{kind}_counts" if whole.base else kind,
        question=Named(whole.group.item),
        most=cited(most),
        least=cited(least),
        high=whole.amount(high),
        low=whole.amount(low),
        whole=whole.amount(whole.size),
    )
