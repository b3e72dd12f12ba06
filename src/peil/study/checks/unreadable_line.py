"""Q001: unreadable line."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q001",
    name="unreadable_line",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
