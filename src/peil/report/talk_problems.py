"""Problems with talks in a report's text. Codes are frozen: never reused, never renumbered."""

from peil.core.problem import Severity
from peil.core.rule import Rule

FILE = "report/1.md"
BLOCK = "# How it was done\n\n::: talks\n:::\n"

NO_TALKS = Rule(
    "R093",
    "no_talks",
    Severity.ERROR,
    "A text tells of talks, and there is none that may be told of.",
    "A chapter on how the study was done would announce conversations and then be silent.",
    BLOCK,
    "# How it was done\n\nThere were no talks.\n",
    file=FILE,
)
UNTOLD_TALK = Rule(
    "R094",
    "untold_talk",
    Severity.WARNING,
    "Nothing is told of a talk, for nobody agreed to it or approved it.",
    "The talks in the table are then fewer than were held, and what is said of them leaves one out.",
    file=FILE,
)
NO_MATRIX = Rule(
    "R095",
    "no_theme_told",
    Severity.WARNING,
    "No theme came up in a talk that is large enough, so that a text tells of talks without their themes.",
    "What one or two people talked about is what they said. A list of talks says little of what was learnt.",
    file=FILE,
)

TALK_RULES = (NO_TALKS, UNTOLD_TALK, NO_MATRIX)
"""Every rule in order of its code."""
