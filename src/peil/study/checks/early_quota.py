"""Q086: early quota."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.dead_quota import FIRMS
from peil.study.proof.prover import prover_of
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find quotas whose condition holds before anything was answered."""
    if not study.plan.quotas:
        return
    prover = prover_of(study)
    for quota in study.plan.quotas:
        if prover.can(prover.encoding.holds(quota.condition.tree, 0)):
            yield RULE.problem(
                quota.condition.span,
                f'Everyone counts for the quota "{quota.id}" before they have answered anything.',
                hint='Write it in given answers: "is not" in place of "not", and no role of all others.',
                got=quota.condition.source,
            )


RULE = Rule(
    code="Q086",
    name="early_quota",
    severity=Severity.ERROR,
    summary="A quota's condition holds in an interview that has no answer yet.",
    why=(
        "Everyone would take a place with their first page, and once it is full nobody could answer the "
        "question that decides on it. A denial with `not` holds as long as the answer is missing, and so "
        "does the role that is for everyone else."
    ),
    bad="""\
[quotas.staff]
title = "Employed"
if = "not job is solo"
limit = 50
""",
    good="""\
[quotas.staff]
title = "Employed"
if = "job is not solo"
limit = 50
""",
    file="plan.toml",
    around=FIRMS,
)
