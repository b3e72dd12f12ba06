"""Nothing is certain about a figure that was read from a text and that nobody has confirmed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from peil.audit.claim import Claim
from peil.audit.finding import Finding, Grade


def soften(findings: Iterable[Finding], claims: Sequence[Claim]) -> Iterator[Finding]:
    """Give findings, those about a draft as likely at most."""
    drafts = {claim.id for claim in claims if claim.draft}
    for finding in findings:
        about = finding.grade is Grade.CERTAIN and not drafts.isdisjoint(finding.claims)
        yield replace(finding, grade=Grade.LIKELY) if about else finding
