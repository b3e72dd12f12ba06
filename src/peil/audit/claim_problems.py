"""The catalogue of problems that a claims file can have, each with a frozen code."""

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
UNCONFIRMED_DRAFTS = Rule(
    "A007",
    "unconfirmed_drafts",
    Severity.WARNING,
    "Claims were read from a text and nobody has confirmed them.",
    "A number taken from a sentence may be about another question or group than it seems.",
)
UNFINISHED_DRAFT = Rule(
    "A008",
    "unfinished_draft",
    Severity.ERROR,
    "A claim that was read from a text is confirmed and doesn't say what it is about.",
    "There is nothing to compute the figure from.",
)
UNREADABLE_TEXT = Rule(
    "A009",
    "unreadable_text",
    Severity.ERROR,
    "The report to read numbers from is absent, is no Markdown, Word or PDF file, or holds no text.",
    "A report that was not read would seem to hold no figures.",
)
NO_FIGURES = Rule(
    "A010",
    "no_figures",
    Severity.WARNING,
    "The report's text holds no percentages, counts or bases.",
    "Pages that are pictures, as scans are, hold no text to read.",
)
DRAFTS_EXIST = Rule(
    "A011",
    "drafts_exist",
    Severity.ERROR,
    "The file that numbers would be read into exists.",
    "Drafts that somebody has confirmed in it would be lost.",
)

CLAIM_RULES = (
    UNREADABLE_CLAIMS,
    BAD_CLAIM_ID,
    UNKNOWN_STATISTIC,
    BAD_KEY,
    UNKNOWN_ITEM,
    UNKNOWN_CHOICE,
    UNCONFIRMED_DRAFTS,
    UNFINISHED_DRAFT,
    UNREADABLE_TEXT,
    NO_FIGURES,
    DRAFTS_EXIST,
)
