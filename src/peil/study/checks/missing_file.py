"""Q033: missing file."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q033",
    name="missing_file",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
