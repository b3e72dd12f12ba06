"""Problems of texts that set the sample beside a population. Codes are frozen."""

from peil.core.problem import Severity
from peil.core.rule import Rule

FILE = "report/1.md"
AROUND = {
    "compare/population/register.toml": """\
title = "Jobs by kind"
source = "Register of jobs"
date = 2025-09-30
unit = "people"
group = "employment"

[[class]]
name = "Directors"
percent = 20
to = "employer"

[[class]]
name = "Others"
percent = 9
to = "other"

[[class]]
name = "Staff"
to = "employee"
""",
}

UNAVAILABLE_SHARE = Rule(
    "R088",
    "unavailable_share",
    Severity.ERROR,
    "A text prints a population's share that its source doesn't give.",
    "A share that nobody published would be one that was made up.",
    "# Findings\n\nOf all people [40%]{= population register: employee} is on staff.\n",
    "# Findings\n\nOf all people [20%]{= population register: employer} is a director.\n",
    file=FILE,
    around=AROUND,
)
UNCOMPARED_CLASS = Rule(
    "R089",
    "uncompared_class",
    Severity.ERROR,
    "A text tells how far a class lies from its population, and too few respondents are in it.",
    "With a handful of people one answer moves the share by points: the difference says nothing.",
    "# Findings\n\nThey are [4 points]{= difference population register: other} apart.\n",
    "# Findings\n\nThey are [2 points]{= difference population register: employer} apart.\n",
    file=FILE,
    around=AROUND,
)

POPULATION_RULES = (UNAVAILABLE_SHARE, UNCOMPARED_CLASS)
"""Every rule in order of its code."""
