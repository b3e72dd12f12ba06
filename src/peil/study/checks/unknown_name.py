"""Q010: unknown name."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q010",
    name="unknown_name",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
