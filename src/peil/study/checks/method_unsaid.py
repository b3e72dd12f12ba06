"""Q091: method unsaid."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.method import NEEDED
from peil.study.study import Study

ANNEX = "methodology"


def check(study: Study) -> Iterator[Problem]:
    """Find what a report's annex on methodology needs and study.toml doesn't say, in one problem."""
    unsaid = [name for name in NEEDED if name not in study.method.said]
    if unsaid and ANNEX in study.report_annexes:
        yield RULE.problem(
            study.method.span,
            f"The annex on methodology will say that these were not stated: {', '.join(unsaid)}.",
            hint="Write them under [method], as far as they are known.",
        )


RULE = Rule(
    code="Q091",
    name="method_unsaid",
    severity=Severity.WARNING,
    summary="The report has an annex on methodology, and `study.toml` lacks what it needs most.",
    why=(
        "Who paid, who the study is about, how people were found and asked, and what its design can't tell "
        "is known to people and stands in no data. The annex names what is missing; readers will ask for it."
    ),
    bad="""\
[about]
title = "Use of AI at work"
languages = ["en"]

[method]
population = "Everyone who works in the creative sector"
""",
    good="""\
[about]
title = "Use of AI at work"
languages = ["en"]

[method]
funding = "The union's own means"
population = "Everyone who works in the creative sector"
frame = "None: there is no register of who works in the sector"
recruitment = "The union's newsletter and social media"
mode = "Web questionnaire, filled in without an interviewer"
limitations = "Participants came forward by themselves: results describe them and nobody else."
""",
    file="study.toml",
    around={"report/1.md": "# Methodology  {annex}\n\n::: annex methodology\n:::\n"},
)
