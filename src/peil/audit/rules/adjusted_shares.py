"""F021: percentages that were moved so that they add up to 100."""

from collections.abc import Iterator

from peil.audit.bounds import Bounds
from peil.audit.finding import Finding, Grade
from peil.audit.full_row import complete_rows
from peil.audit.rules.rule import FindingRule, cited, telling
from peil.audit.said import Named


def find_adjusted_shares(bounds: Bounds) -> Iterator[Finding]:
    """Find rows that make 100 only because some of their percentages can't be right."""
    tell = telling(ADJUSTED_SHARES.code, bounds)
    for row in complete_rows(bounds.ledger):
        moved = row.impossible or (list(row.shares) if row.apart else [])
        if moved and row.near:
            about = [row.shares[one].id for one in moved]
            yield tell.finding(
                Grade.EXPLAINED,
                about,
                "adjusted_shares",
                question=Named(row.group.item),
                base=row.base,
                moved=cited(about),
            )


ADJUSTED_SHARES = FindingRule(
    "F021",
    "adjusted_shares",
    "Percentages that were moved by less than a unit so that they add up to 100.",
    "They are wrong by rule, not by accident: the cause of what F001 finds.",
    "explained",
    "40%, 26%, 20% and 14% of a base of 82",
    find_adjusted_shares,
)
