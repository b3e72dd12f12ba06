"""Q083: bad amendment."""

import datetime as dt
from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find amendments that were decided on a day that hasn't come yet."""
    today = dt.datetime.now().astimezone().date()
    decided = [(one.on, one.span) for one in study.plan.exclusions]
    decided += [(one.on, one.span) for one in study.plan.recodings]
    for on, span in decided:
        if on > today:
            message = f"It was decided on {on}, which is still to come."
            yield RULE.problem(span, message, hint="Write the day of the decision.", got=str(on))


RULE = Rule(
    code="Q083",
    name="bad_amendment",
    severity=Severity.ERROR,
    summary="An exclusion or a recoding lacks its date or its reason, or can't be carried out.",
    why=(
        "Leaving an interview out and counting an answer as another one changes results after the answers "
        "are in. It is honest only where everyone can see what was decided, when and why; and an entry that "
        "names no answer that can be given changes nothing, unseen."
    ),
    bad="""\
[[recodings]]
item = "sector"
option = "other"
texts = ["ceramics"]
to = "other"
on = 2026-03-01
reason = "Ceramics is one of the visual arts."
""",
    good="""\
[[recodings]]
item = "sector"
option = "other"
texts = ["ceramics"]
to = "visual"
on = 2026-03-01
reason = "Ceramics is one of the visual arts."
""",
    file="plan.toml",
    around={
        "questionnaire.md": """\
# work: Your work

## sector
In which sector do you work?
- ( ) music: Music
- ( ) visual: Visual arts
- ( ) other: Other, namely ____
""",
    },
)
