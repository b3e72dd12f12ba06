"""Q034: bad source."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q034",
    name="bad_source",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
