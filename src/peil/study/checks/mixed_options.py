"""Q007: mixed options."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q007",
    name="mixed_options",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
