"""Q111: judging paraphrase."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q111",
    name="judging_paraphrase",
    severity=Severity.ERROR,
    summary="A paraphrase of a source's verdict uses the word that only the source's own words may hold.",
    why=(
        "No comparison of a few shares shows that a sample stands for everybody. Whoever concluded that "
        "said it in words of their own, and these can be quoted; a paraphrase would be Peil's or yours."
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
percent = 36
to = "own"

[verdict]
text = "The sample is representative of the field."
source = "Report of the study, section 2"
paraphrase = true
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

[verdict]
text = "By job the sample differs little from the field."
source = "Report of the study, section 2"
paraphrase = true
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
