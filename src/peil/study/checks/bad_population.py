"""Q108: bad population."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q108",
    name="bad_population",
    severity=Severity.ERROR,
    summary="A setting of a population in `compare/population/` is unknown, missing or can't have its value.",
    why=(
        "A sample is set beside figures of somebody else's. Without source, day and unit nobody can find "
        "them again, or see what they count."
    ),
    bad="""\
title = "People who work in this field"
source = "National statistics"
unit = "people"
group = "jbo"

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
unit = "people"
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
