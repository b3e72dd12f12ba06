"""Q105: bad wave."""

from peil.core.problem import Severity
from peil.core.rule import Rule

EARLIER = {
    "plan.toml": "[analysis]\ngroups = []\n",
    "compare/2024/study.toml": '[about]\ntitle = "Use of AI at work"\nlanguages = ["en"]\n',
    "compare/2024/questionnaire.md": (
        "# use: Use of AI\n\n## usage\nHow often do you use AI at work?\n"
        "- ( ) often: Often\n- ( ) never: Never\n"
    ),
}
"""A wave of two years before, in a folder inside the study's."""
WAVES = """\
[wave.2024]
folder = "compare/2024"

[wave.2026]
this = true
"""

RULE = Rule(
    code="Q105",
    name="bad_wave",
    severity=Severity.ERROR,
    summary="A setting of `compare/waves.toml` is unknown, missing or can't have its value.",
    why=(
        "A trend sets one year's answers beside another's. What is ignored there would set other questions "
        "or other answers side by side under one name."
    ),
    bad=f'{WAVES}\n[harmonise.usage]\nshow = ["oftn"]\n',
    good=f'{WAVES}\n[harmonise.usage]\nshow = ["often"]\n',
    file="compare/waves.toml",
    around=EARLIER,
)
