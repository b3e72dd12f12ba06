"""Q008: reserved id."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q008",
    name="reserved_id",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
