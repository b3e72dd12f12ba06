"""Q109: unfit population."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q109",
    name="unfit_population",
    severity=Severity.ERROR,
    summary=("Classes of a population don't fit: they add up to too much, or are matched twice or wrongly."),
    why=(
        "A class that is counted twice, or put beside the wrong class, makes a difference between sample and "
        "population that isn't there."
    ),
    bad="""\
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
percent = 63
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
