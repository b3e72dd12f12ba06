"""Q015: bad expression."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q015",
    name="bad_expression",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
