"""Q102: unplaced figure."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_other_study import AROUND_CROSSWALK

EXAMPLE = """\
{poll}
[[figure]]
question = "use"
option = "{option}"
value = 29
source = "page"
"""

RULE = Rule(
    code="Q102",
    name="unplaced_figure",
    severity=Severity.ERROR,
    summary="A published figure names a question, option, group or source that its file doesn't list.",
    why="A figure of nobody knows what, from nobody knows where, can't be checked by a reader.",
    bad=EXAMPLE.format(poll=AROUND_CROSSWALK, option="nevr"),
    good=EXAMPLE.format(poll=AROUND_CROSSWALK, option="never"),
    file="compare/poll.toml",
)
