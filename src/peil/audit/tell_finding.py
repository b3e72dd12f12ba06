"""Findings in words of a language."""

from collections.abc import Iterable, Sequence

from peil.audit.claim import Claim
from peil.audit.finding import Finding, Grade
from peil.audit.finding_phrases import PHRASES
from peil.audit.said import Named, Printed
from peil.audit.tell_claim import Teller
from peil.audit.tell_said import tell
from peil.audit.told_finding import ToldFinding
from peil.study.study import Study

ORDER = tuple(Grade)


def tell_findings(
    findings: Iterable[Finding], claims: Sequence[Claim], study: Study, language: str
) -> tuple[ToldFinding, ...]:
    """Give findings in a language, the surest first, then by code and in the order of the claims."""
    by_id = {claim.id: claim for claim in claims}
    place = {claim.id: number for number, claim in enumerate(claims)}
    teller = Teller(study, language)

    def quoted(one: Named) -> str:
        return f"“{teller.named(one)}”"

    def printed(one: Printed) -> str:
        return f"{teller.value(by_id[one.claim])} [{one.claim}]"

    def told(finding: Finding) -> ToldFinding:
        message = tell(finding.said, PHRASES, language, quoted, printed)
        about = tuple(teller.claim(by_id[name]) for name in finding.claims)
        return ToldFinding(finding.code, finding.grade.value, message, about)

    ranked = sorted(
        findings, key=lambda one: (ORDER.index(one.grade), one.code, [place[name] for name in one.claims])
    )
    return tuple(map(told, ranked))
