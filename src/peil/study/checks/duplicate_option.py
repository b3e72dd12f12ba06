"""Q004: duplicate option."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q004",
    name="duplicate_option",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
