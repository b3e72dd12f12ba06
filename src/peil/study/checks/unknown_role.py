"""Q009: unknown role."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q009",
    name="unknown_role",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
