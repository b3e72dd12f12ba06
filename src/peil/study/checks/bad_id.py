"""Q002: bad id."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q002",
    name="bad_id",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
