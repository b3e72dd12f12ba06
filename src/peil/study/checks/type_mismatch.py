"""Q011: type mismatch."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q011",
    name="type_mismatch",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
