"""Q114: unknown theme."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_talk import EXAMPLE, THEMES

RULE = Rule(
    code="Q114",
    name="unknown_theme",
    severity=Severity.ERROR,
    summary="A talk's notes are marked with a theme that `talks/themes.toml` doesn't have.",
    why=(
        "Themes are counted over talks by their ids. A misspelt one would be a theme of its own, and the one "
        "that was meant would seem to have come up less."
    ),
    bad=EXAMPLE.format(more="quoting = true", mark=" | themes: qualty"),
    good=EXAMPLE.format(more="quoting = true", mark=" | themes: quality"),
    file="talks/group1.md",
    around={"talks/themes.toml": THEMES},
)
