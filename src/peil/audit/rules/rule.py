"""A rule of the audit: what it finds, why that matters, how it is graded, and an example."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from peil.audit.bounds import Bounds
from peil.audit.claim import Claim
from peil.audit.finding import Finding, Grade
from peil.audit.finding_phrases import PHRASES
from peil.audit.said import Printed, Said, Values
from peil.audit.tell_said import tell

Find = Callable[[Bounds], Iterator[Finding]]


@dataclass(frozen=True)
class FindingRule:
    """One kind of finding.

    Args:
        code: Frozen: never reused, never renumbered.
        name: Slug: ``impossible_share``.
        summary: What it finds, in one sentence.
        why: Why that matters to a reader of the publication.
        grades: When it is certain, likely or explained.
        example: Printed figures that have it.
        find: Finds them.
    """

    code: str
    name: str
    summary: str
    why: str
    grades: str
    example: str
    find: Find


@dataclass(frozen=True)
class Telling:
    """Makes findings of a code, each with its sentence."""

    code: str
    claims: Mapping[str, Claim]

    def finding(self, grade: Grade, about: Iterable[str], kind: str, **values: Values) -> Finding:
        """Make a finding about claims, in the words of a kind of message."""
        said = Said(kind, values)
        return Finding(self.code, grade, tuple(dict.fromkeys(about)), self.sentence(said), said)

    def sentence(self, said: Said) -> str:
        """Give the English sentence, each claim as it was printed and where."""
        return tell(said, PHRASES, "en", str, lambda one: printed_words(one, self.claims))


def telling(code: str, bounds: Bounds) -> Telling:
    """Give what makes findings of a code about the claims of a ledger."""
    return Telling(code, bounds.ledger.by_id)


def printed_words(one: Printed, claims: Mapping[str, Claim]) -> str:
    """Give what a claim printed, where: ``46% in 2.2 Figure 5 (C085)``."""
    claim = claims[one.claim]
    place = f" in {claim.where}" if claim.where else ""
    return f"{claim.printed}{place} ({claim.id})"


def cited(ids: Iterable[str]) -> tuple[Printed, ...]:
    """Cite claims in a message."""
    return tuple(Printed(one) for one in dict.fromkeys(ids))
