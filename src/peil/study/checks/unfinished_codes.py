"""Q126: unfinished codes."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_frame import AROUND, GOOD

PLAN = """\
[analysis]
groups = ["worried"]

[derived.worried]
title = "Worried"
classes.yes = { title = "yes", if = "remarks.coded has income" }
classes.rest = { title = "all others", if = "otherwise" }
"""

RULE = Rule(
    code="Q126",
    name="unfinished_codes",
    severity=Severity.WARNING,
    summary="The plan reads codes of a frame that isn't final.",
    why=(
        "While people still code, shares of those coded so far look like shares of all who answered, and "
        "everyone else would fall under `otherwise`. So there is no such variable yet: what reads it is left "
        "out until the frame is final."
    ),
    bad=GOOD,
    good='status = "final"\n' + GOOD,
    file="coding/remarks.toml",
    around={**AROUND, "plan.toml": PLAN},
)
