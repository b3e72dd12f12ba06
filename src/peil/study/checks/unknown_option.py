"""Q012: unknown option."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q012",
    name="unknown_option",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
