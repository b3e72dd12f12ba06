"""Q110: units differ."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q110",
    name="units_differ",
    severity=Severity.WARNING,
    summary="A population counts something else than this study, and its file doesn't say what that does.",
    why=(
        "Someone with two jobs is two jobs, and a self-employed person is no job of an employee. Shares of "
        "one set beside shares of the other differ even where nothing is the matter."
    ),
    bad="""\
title = "People who work in this field"
source = "National statistics"
date = 2025-09-30
unit = "employee jobs"
group = "job"

[[class]]
name = "Employees"
percent = 64
to = "staff"

[[class]]
name = "Self-employed"
percent = 36
to = "own"
""",
    good="""\
title = "People who work in this field"
source = "National statistics"
date = 2025-09-30
unit = "employee jobs"
unit_note = "A person with two jobs counts twice."
group = "job"

[[class]]
name = "Employees"
percent = 64
to = "staff"

[[class]]
name = "Self-employed"
percent = 36
to = "own"
""",
    file="compare/population/register.toml",
    around={
        "questionnaire.md": """\
# use: Use of AI

## job
What do you do?
- ( ) staff: I am employed
- ( ) own: I work for myself
"""
    },
)
