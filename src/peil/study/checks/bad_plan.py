"""Q032: bad plan."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q032",
    name="bad_plan",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
