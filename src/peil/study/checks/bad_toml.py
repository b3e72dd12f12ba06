"""Q035: bad toml."""

from peil.core.problem import Severity
from peil.study.checks.rule import Rule

RULE = Rule(
    code="Q035",
    name="bad_toml",
    severity=Severity.ERROR,
    summary="",
    why="",
    bad="",
    good="",
)
