"""Q089: untestable deviation."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find tests of a sample that has no errors."""
    if study.plan.deviation.tested and not study.plan.tells_errors:
        yield RULE.problem(
            study.plan.deviation.span,
            "Groups can't be tested: respondents chose themselves, and no model says how they came in.",
            hint='Write rule = "descriptive", or name a model and its assumptions under [intervals].',
        )


RULE = Rule(
    code="Q089",
    name="untestable_deviation",
    severity=Severity.ERROR,
    summary="Deviations are to be tested, and the sample is self-selected.",
    why=(
        "A test asks what another sample from the same drawing would have shown. Where nobody drew one there "
        'is no such other sample, and "significant" would be made up.'
    ),
    bad="""\
[analysis]
sampling = "self_selected"

[deviation]
rule = "tested"
""",
    good="""\
[analysis]
sampling = "probability"

[deviation]
rule = "tested"
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
