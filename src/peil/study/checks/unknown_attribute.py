"""Q005: unknown attribute."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q005",
    name="unknown_attribute",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
