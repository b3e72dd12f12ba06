"""The catalogue of what keeps a new study from being written, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

TAKEN = Rule(
    "N001",
    "taken",
    Severity.ERROR,
    "There is something in the folder already.",
    "A study that was worked on can't be got back once a new one is written over it.",
)
UNTITLED = Rule(
    "N002",
    "untitled",
    Severity.ERROR,
    "The new study has no title.",
    "Every page and report of the study bears it.",
)
NO_TEMPLATE = Rule(
    "N003",
    "no_template",
    Severity.ERROR,
    "There is no new study in that base language.",
    "A study half in another language would have to be rewritten before it can be used.",
)
NEW_STUDY_RULES = (TAKEN, UNTITLED, NO_TEMPLATE)
