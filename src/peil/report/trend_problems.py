"""Problems with trends over waves in a text. Codes are frozen: never reused, never renumbered."""

from peil.core.problem import Severity
from peil.core.rule import Rule

FILE = "report/1.md"

IDLE_JUDGEMENT = Rule(
    "R084",
    "idle_judgement",
    Severity.WARNING,
    "A break in a trend was judged not to matter, and there is no break.",
    "The difference that it is about has gone since, or it stands by the wrong wave: then the break that was "
    "meant is still unjudged.",
    file=FILE,
)
BROKEN_TREND = Rule(
    "R085",
    "broken_trend",
    Severity.ERROR,
    "A text says that an answer rose or fell since a wave that asked it otherwise.",
    "Another wording, other options or other people asked move a share too; nobody can tell the two apart, "
    "unless a person has judged that the break doesn't matter and says why.",
    file=FILE,
)
UNTRUE_SIGNIFICANCE = Rule(
    "R086",
    "untrue_significance",
    Severity.ERROR,
    "A text calls a change over waves significant, or not significant, and its test says otherwise.",
    "A change is significant by its p, adjusted for how many changes of the trend were tested.",
    file=FILE,
)
UNFOLLOWED_WAVE = Rule(
    "R087",
    "unfollowed_wave",
    Severity.ERROR,
    "A trend shows nothing of a wave: its study or data can't be read, or its plan hides nothing.",
    "A wave's figures come from its own release. Without one nothing of it may be shown, and readers would "
    "take the gap for a year that wasn't asked.",
    file=FILE,
)

TREND_RULES = (IDLE_JUDGEMENT, BROKEN_TREND, UNTRUE_SIGNIFICANCE, UNFOLLOWED_WAVE)
"""Every rule in order of its code."""
