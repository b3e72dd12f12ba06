"""Q003: duplicate id."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q003",
    name="duplicate_id",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
