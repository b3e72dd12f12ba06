"""The catalogue of problems that a claims file can have, each with a frozen code; all are errors."""

from peil.core.problem import Severity
from peil.core.rule import Rule

UNREADABLE_CLAIMS = Rule(
    "A001",
    "unreadable_claims",
    Severity.ERROR,
    "The claims file is absent, no JSON, or no list of claims.",
    "Nothing in it can be checked.",
)
BAD_CLAIM_ID = Rule(
    "A002",
    "bad_claim_id",
    Severity.ERROR,
    "A claim has no id, or another claim's.",
    "A verdict must point at one printed statement.",
)
UNKNOWN_STATISTIC = Rule(
    "A003",
    "unknown_statistic",
    Severity.ERROR,
    "A claim's statistic is none that the audit can compute.",
    "A claim that is passed over would read as one that was checked.",
)
BAD_KEY = Rule(
    "A004",
    "bad_key",
    Severity.ERROR,
    "A key of a claim is absent, unknown, or of the wrong kind.",
    "A misspelt setting would leave the claim checked against another base.",
)
UNKNOWN_ITEM = Rule(
    "A005",
    "unknown_item",
    Severity.ERROR,
    "A claim names an item that the study doesn't have.",
    "There is nothing to compute the figure from.",
)
UNKNOWN_CHOICE = Rule(
    "A006",
    "unknown_choice",
    Severity.ERROR,
    "A claim names an option or class that its item doesn't have.",
    "Its share would be 0, and the claim would differ for the wrong reason.",
)

CLAIM_RULES = (UNREADABLE_CLAIMS, BAD_CLAIM_ID, UNKNOWN_STATISTIC, BAD_KEY, UNKNOWN_ITEM, UNKNOWN_CHOICE)
