"""Findings about printed claims, from the claims alone."""

from collections.abc import Sequence

from peil.audit.bounds import Bounds
from peil.audit.claim import Claim
from peil.audit.finding import Finding
from peil.audit.ledger import gather
from peil.audit.rules.catalogue import FINDING_RULES
from peil.audit.soften import soften
from peil.study.study import Study

ADJUSTED_PARTS = "F004"

FINDING_CODES = {rule.code: rule.summary for rule in FINDING_RULES} | {
    ADJUSTED_PARTS: "Percentages were adjusted so that they add up to 100 (needs data)."
}


def find_all(claims: Sequence[Claim], study: Study) -> tuple[Finding, ...]:
    """Give all findings that need no data, rule by rule and in the order of the claims."""
    bounds = Bounds(gather(claims, study))
    return tuple(soften((finding for rule in FINDING_RULES for finding in rule.find(bounds)), claims))
