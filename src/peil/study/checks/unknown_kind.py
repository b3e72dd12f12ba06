"""Q006: unknown kind."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q006",
    name="unknown_kind",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
