"""Q101: unknown counterpart."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_other_study import AROUND_CROSSWALK

EXAMPLE = """\
{poll}
[questions.use.crosswalk]
kind = "same"
item = "usage"
rows = [{{ theirs = ["never"], ours = ["{ours}"] }}]
"""

RULE = Rule(
    code="Q101",
    name="unknown_counterpart",
    severity=Severity.ERROR,
    summary="A crosswalk to another study names a question, option, net, group or class that isn't there, or "
    "adds up answers that can't be.",
    why=(
        "A crosswalk decides which numbers stand side by side. A misspelt name would leave a column empty; a "
        "sum of answers of which one person gave several would count people twice."
    ),
    bad=EXAMPLE.format(poll=AROUND_CROSSWALK, ours="nevr"),
    good=EXAMPLE.format(poll=AROUND_CROSSWALK, ours="never"),
    file="compare/poll.toml",
)
