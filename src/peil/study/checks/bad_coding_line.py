"""Q123: bad coding line."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_frame import AROUND, GOOD

RULE = Rule(
    code="Q123",
    name="bad_coding_line",
    severity=Severity.ERROR,
    summary="A line of a file with codings can't be read, or says a second time what a coder found.",
    why=(
        "Two lines of one coder about one answer come of a merge, and only one of them can hold. A line that "
        "is passed over would be an answer that seems never to have been coded."
    ),
    bad="id,coder,codes,answer,note\nr1,an,income,00f00f00f00f00f0,\nr1,an,,00f00f00f00f00f0,\n",
    good="id,coder,codes,answer,note\nr1,an,income,00f00f00f00f00f0,\n",
    file="coding/remarks.csv",
    around={**AROUND, "coding/remarks.toml": GOOD},
)
