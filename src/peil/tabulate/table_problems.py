"""The catalogue of problems in what a table is asked to show, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

NO_GROUP = Rule(
    "T001",
    "no_group",
    Severity.ERROR,
    "A table can't be split by this item.",
    "Someone with several answers would be counted in several groups, and the groups would overlap unseen.",
)
TABLE_RULES = (NO_GROUP,)
