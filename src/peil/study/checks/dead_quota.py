"""Q084: dead quota."""

from collections.abc import Iterator, Mapping
from functools import partial

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.proved import reason
from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import prover_of
from peil.study.quota import Quota
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find quotas that no interview which comes to the end can count for."""
    if not study.plan.quotas:
        return
    prover = prover_of(study)
    for quota in study.plan.quotas:
        if not prover.can(counts(prover.encoding, quota)):
            excluded = reason(study, partial(counts, quota=quota))
            yield RULE.problem(
                quota.condition.span,
                f'No complete interview can count for the quota "{quota.id}".{excluded}',
                hint="Correct its condition, or take the quota away.",
                got=quota.condition.source,
            )


def counts(encoding: Encoding, quota: Quota) -> int:
    """Give whether the interview is completed and counts for the quota."""
    return encoding.formula.both(encoding.alive[encoding.last], encoding.holds(quota.condition.tree))


FIRMS: Mapping[str, str] = {
    "questionnaire.md": """\
# work: Your work

## job
What are you?
- ( ) staff: Employed
- ( ) solo: On my own

## size
if job is staff
How large is your firm?
- ( ) small: Small
- ( ) large: Large
""",
}
"""The questionnaire around the examples of what is wrong with a quota."""

RULE = Rule(
    code="Q084",
    name="dead_quota",
    severity=Severity.ERROR,
    summary="A quota whose condition holds in no interview that can be completed.",
    why=(
        "It never fills, so fieldwork would wait for interviews that can't be given. Mostly the condition "
        "names the wrong option, or reads what the same people are never asked."
    ),
    bad="""\
[quotas.small_alone]
title = "On their own, in a small firm"
if = "job is solo and size is small"
limit = 50
""",
    good="""\
[quotas.small]
title = "Small firms"
if = "job is staff and size is small"
limit = 50
""",
    file="plan.toml",
    around=FIRMS,
)
