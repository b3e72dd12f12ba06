"""Q087: bad target."""

import datetime as dt
from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find targets that are of a day that hasn't come yet."""
    today = dt.datetime.now().astimezone().date()
    for target in study.plan.weighting.told:
        if target.date > today:
            message = f"These figures are of {target.date}, which is still to come."
            yield RULE.problem(target.span, message, hint="Write the day that they describe.")


RULE = Rule(
    code="Q087",
    name="bad_target",
    severity=Severity.ERROR,
    summary="A target that answers are weighted to lacks its source or date, or has sizes that can't be.",
    why=(
        "Weights make the sample look like the target. Where shares don't add up to the whole, or two "
        "targets are of populations of different sizes, no weights fit them; and without a source and a date "
        "nobody can judge whether it was the right population."
    ),
    bad="""\
[weighting]
method = "rake"
reason = "Young people answered less often."

[[weighting.target]]
variable = "age"
source = "Municipal register"
date = 2026-01-01
shares = { young = 0.4, old = 0.5 }
""",
    good="""\
[weighting]
method = "rake"
reason = "Young people answered less often."

[[weighting.target]]
variable = "age"
source = "Municipal register"
date = 2026-01-01
shares = { young = 0.4, old = 0.6 }
""",
    file="plan.toml",
    around={
        "questionnaire.md": """\
# you: About you

## age
How old are you?
- ( ) young: Under 40
- ( ) old: 40 or over
""",
    },
)
