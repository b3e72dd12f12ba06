"""Q088: undrawn design."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find a design of a sample that nobody drew."""
    plan = study.plan
    if plan.design is not None and not plan.tells_errors:
        yield RULE.problem(
            plan.design.span,
            "This says how the sample was drawn, and respondents chose themselves.",
            hint='Write sampling = "probability" under [analysis] if they were drawn, or take [design] away.',
        )


RULE = Rule(
    code="Q088",
    name="undrawn_design",
    severity=Severity.ERROR,
    summary="A design stands in `plan.toml`, and the sample is self-selected.",
    why=(
        "Strata and clusters are those that somebody drew from. Of respondents who chose themselves they say "
        "nothing about what another sample would have given, and nothing is computed with them; unless "
        "`[intervals]` names the model that puts such drawing in their place."
    ),
    bad="""\
[analysis]
sampling = "self_selected"

[design]
strata = "region"
""",
    good="""\
[analysis]
sampling = "probability"

[design]
strata = "region"
""",
    file="plan.toml",
    around={
        "questionnaire.md": """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    },
)
