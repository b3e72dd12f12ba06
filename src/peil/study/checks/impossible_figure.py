"""Q103: impossible figure."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_other_study import AROUND_CROSSWALK

EXAMPLE = """\
{poll}
[[figure]]
question = "use"
option = "never"
value = {value}
source = "page"
"""

RULE = Rule(
    code="Q103",
    name="impossible_figure",
    severity=Severity.ERROR,
    summary="A published figure can't be what it says: a percentage above 100, more decimals than it was "
    "rounded to, the same figure given twice with one source and place.",
    why="It was copied wrongly, and a comparison would be made with the slip.",
    bad=EXAMPLE.format(poll=AROUND_CROSSWALK, value="290"),
    good=EXAMPLE.format(poll=AROUND_CROSSWALK, value="29"),
    file="compare/poll.toml",
)
