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
NOTHING_TO_COUNT = Rule(
    "T002",
    "nothing_to_count",
    Severity.ERROR,
    "A table is asked of something that has no answers to count.",
    "Open answers, dates and contact details have no options, and a notice asks nothing: an empty table "
    "would look like a question that nobody answered.",
)
TOO_MANY_CELLS = Rule(
    "T003",
    "too_many_cells",
    Severity.ERROR,
    "A table of a file's columns would have more than a million cells.",
    "A column of ids or amounts has as many categories as rows; nobody can read such a table.",
)
TABLE_RULES = (NO_GROUP, NOTHING_TO_COUNT, TOO_MANY_CELLS)
