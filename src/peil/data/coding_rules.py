"""Problems that the codings of answers in own words can have with the data, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

UNKNOWN_RESPONDENT = Rule(
    "D055",
    "unknown_respondent",
    Severity.WARNING,
    "A coding is of a respondent who isn't in the data.",
    "Somebody's answers were erased, or the file of codings belongs to other data.",
)
CHANGED_ANSWER = Rule(
    "D056",
    "changed_answer",
    Severity.WARNING,
    "An answer in own words was changed after it was coded.",
    "Its codes say something of words that are no longer there; it counts as not coded.",
)
UNKNOWN_CODE = Rule(
    "D057",
    "unknown_code",
    Severity.ERROR,
    "A coding has a code that its frame doesn't have, or several codes where the frame takes one.",
    "Left out in silence, the answer would count as one that no code fits.",
)
DISAGREEMENT = Rule(
    "D058",
    "coding_disagreement",
    Severity.WARNING,
    "Two coders coded an answer differently, and nothing was decided.",
    "Whichever of the two were taken, a table would show one coder's reading as if it were the finding.",
)
NO_FINAL_CODE = Rule(
    "D059",
    "no_final_code",
    Severity.ERROR,
    "Answers to an open question whose coding frame is final have no final code.",
    "Shares of those who were coded would be printed as shares of all who answered; nothing is published.",
)

CODING_RULES = (
    UNKNOWN_RESPONDENT,
    CHANGED_ANSWER,
    UNKNOWN_CODE,
    DISAGREEMENT,
    NO_FINAL_CODE,
)
"""The data file's catalogue goes on with these."""
