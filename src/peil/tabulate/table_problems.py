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
ABSENT_UNIT = Rule(
    "T004",
    "absent_unit",
    Severity.ERROR,
    "A row doesn't say its stratum or its unit.",
    "Where a row was drawn decides about every standard error; a stratum of those without one is made up.",
)
BAD_POPULATION = Rule(
    "T005",
    "bad_population",
    Severity.ERROR,
    "A population that units were drawn from is absent, too small, or two at a time.",
    "The part of a population that wasn't drawn is what a sample is unsure of.",
)
LONELY_UNIT = Rule(
    "T006",
    "lonely_unit",
    Severity.ERROR,
    "A stratum has a single unit, and nothing says what to do about it.",
    "One unit doesn't tell how much units vary; each way out is a choice that changes the standard errors.",
)
BAD_REPLICATES = Rule(
    "T007",
    "bad_replicates",
    Severity.ERROR,
    "Replicate weights or their factors can't be used.",
    "A variance from replicates takes all of them, row by row, and the factors that belong to them.",
)
TABLE_RULES = (
    NO_GROUP,
    NOTHING_TO_COUNT,
    TOO_MANY_CELLS,
    ABSENT_UNIT,
    BAD_POPULATION,
    LONELY_UNIT,
    BAD_REPLICATES,
)
