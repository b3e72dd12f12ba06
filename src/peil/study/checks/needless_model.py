"""Q090: needless model."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.plan import Sampling
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find a model for intervals of a sample that was drawn."""
    plan = study.plan
    if plan.intervals is not None and plan.sampling is Sampling.PROBABILITY:
        yield RULE.problem(
            plan.intervals.span,
            "A probability sample needs no model: its intervals come from how it was drawn.",
            hint="Take [intervals] away; say how the sample was drawn under [design].",
        )


RULE = Rule(
    code="Q090",
    name="needless_model",
    severity=Severity.ERROR,
    summary="A model for intervals is named, and the sample is a probability sample.",
    why=(
        "The methodology would say that intervals rest on a model, while they rest on the drawing of the "
        "sample: one of the two is wrong, and readers can't tell which."
    ),
    bad="""\
[analysis]
sampling = "probability"

[intervals]
model = "respondents came in as if drawn at random"
assumptions = "whether someone takes part has nothing to do with the answers"
""",
    good="""\
[analysis]
sampling = "self_selected"

[intervals]
model = "respondents came in as if drawn at random"
assumptions = "whether someone takes part has nothing to do with the answers"
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
