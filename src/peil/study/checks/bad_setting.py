"""Q031: bad setting."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q031",
    name="bad_setting",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
