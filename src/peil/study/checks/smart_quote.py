"""Q014: smart quote."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q014",
    name="smart_quote",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
