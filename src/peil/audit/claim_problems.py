"""The catalogue of problems that a claims file can have, each with a frozen code; all are errors."""

from dataclasses import dataclass

from peil.core.problem import Problem, Severity
from peil.core.span import Span


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """One kind of problem in a claims file: code, slug, what it finds, why that is bad."""

    code: str
    name: str
    summary: str
    why: str

    def problem(self, span: Span, message: str, *, hint: str = "", got: str = "") -> Problem:
        """Give a problem of this rule's kind."""
        return Problem(self.code, Severity.ERROR, span, message, got=got, hint=hint)


UNREADABLE_CLAIMS = ClaimRule(
    "A001",
    "unreadable_claims",
    "The claims file is absent, no JSON, or no list of claims.",
    "Nothing in it can be checked.",
)
BAD_CLAIM_ID = ClaimRule(
    "A002",
    "bad_claim_id",
    "A claim has no id, or another claim's.",
    "A verdict must point at one printed statement.",
)
UNKNOWN_STATISTIC = ClaimRule(
    "A003",
    "unknown_statistic",
    "A claim's statistic is none that the audit can compute.",
    "A claim that is passed over would read as one that was checked.",
)
BAD_KEY = ClaimRule(
    "A004",
    "bad_key",
    "A key of a claim is absent, unknown, or of the wrong kind.",
    "A misspelt setting would leave the claim checked against another base.",
)
UNKNOWN_ITEM = ClaimRule(
    "A005",
    "unknown_item",
    "A claim names an item that the study doesn't have.",
    "There is nothing to compute the figure from.",
)
UNKNOWN_CHOICE = ClaimRule(
    "A006",
    "unknown_choice",
    "A claim names an option or class that its item doesn't have.",
    "Its share would be 0, and the claim would differ for the wrong reason.",
)

CLAIM_RULES = (UNREADABLE_CLAIMS, BAD_CLAIM_ID, UNKNOWN_STATISTIC, BAD_KEY, UNKNOWN_ITEM, UNKNOWN_CHOICE)
