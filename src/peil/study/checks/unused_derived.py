"""Q030: unused derived."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.expr.tree import reads
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find derived variables that nothing in the study uses."""
    if not study.plan.derived:
        return
    used = named(study)
    for derived in study.plan.derived:
        others = (
            one.condition for other in study.plan.derived if other.id != derived.id for one in other.classes
        )
        if derived.id not in used and not any(derived.id in reads(condition.tree) for condition in others):
            yield RULE.problem(
                derived.span,
                f'The derived variable "{derived.id}" is used nowhere.',
                hint="Name it in groups, in a condition or in the report, or drop it.",
                got=derived.id,
            )


def named(study: Study) -> frozenset[str]:
    """Give the names that the plan and the report use."""
    plan = study.plan
    return frozenset(
        {
            *plan.groups,
            *plan.weighting.variables,
            *(net.question for net in plan.nets),
            *(crosswalk.question for crosswalk in plan.crosswalks.values()),
            *(name for quota in plan.quotas for name in reads(quota.condition.tree)),
            *study.report_words,
        }
    )


RULE = Rule(
    code="Q030",
    name="unused_derived",
    severity=Severity.WARNING,
    summary=(
        "A derived variable is used by no group, net, crosswalk, quota, target or other one, and not by the "
        "report."
    ),
    why="It was made for something. Perhaps the report splits by another variable than you think.",
    bad="""\
[analysis]
groups = ["usage"]

[derived.user]
title = "Uses AI"
if = "usage is not never"
""",
    good="""\
[analysis]
groups = ["usage", "user"]

[derived.user]
title = "Uses AI"
if = "usage is not never"
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
