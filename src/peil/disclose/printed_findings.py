"""What is odd about the study's published claims, from printed numbers alone."""

from collections.abc import Sequence

from peil.audit.claim import Claim
from peil.audit.finding import Finding
from peil.audit.findings import find_all
from peil.audit.read_claims import read_claims
from peil.audit.tell_finding import tell_findings
from peil.core.problem import Unusable
from peil.disclose.printed_finding import PrintedAudit, PrintedClaim, PrintedFinding
from peil.study.study import Study


def find_printed(study: Study) -> PrintedAudit:
    """Audit the study's published claims without data; an empty audit where there are no claims.

    Nothing of a respondent's answers is read: everything that it tells was printed before. Drafts stay out:
    nobody has said that they are what was printed.
    """
    path = study.folder / "published" / "claims.json"
    if not path.exists():
        return PrintedAudit()
    try:
        claims = tuple(claim for claim in read_claims(path, study) if not claim.draft)
    except Unusable as unusable:
        return PrintedAudit(broken=str(unusable.problems[0]))
    elsewhere = sum(bool(claim.study) for claim in claims)
    findings = find_all(claims, study)
    found = {language: in_words(findings, claims, study, language) for language in study.about.languages}
    return PrintedAudit(len(claims) - elsewhere, elsewhere, found)


def in_words(
    findings: Sequence[Finding], claims: Sequence[Claim], study: Study, language: str
) -> tuple[PrintedFinding, ...]:
    """Give the findings in a language."""
    return tuple(
        PrintedFinding(
            told.code,
            told.grade,
            told.message,
            tuple(PrintedClaim(one.id, one.where, one.about, one.printed) for one in told.claims),
        )
        for told in tell_findings(findings, claims, study, language)
    )
