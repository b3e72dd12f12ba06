"""Q013: mixed and or."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q013",
    name="mixed_and_or",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
