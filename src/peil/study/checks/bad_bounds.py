"""Q018: bad bounds."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q018",
    name="bad_bounds",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
