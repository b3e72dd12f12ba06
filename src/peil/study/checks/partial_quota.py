"""Q085: partial quota."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.dead_quota import FIRMS, counts
from peil.study.checks.evidence.proved import with_walk
from peil.study.expr.tree import Expr, reads
from peil.study.expr.written_out import written_out
from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import Prover, prover_of
from peil.study.quota import Quota
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find quotas that read what somebody who completes the interview is never asked."""
    if not study.plan.quotas:
        return
    prover = prover_of(study)
    for quota in study.plan.quotas:
        unknown = undecided(prover, quota)
        if prover.can(unknown) and prover.can(counts(prover.encoding, quota)):
            names = ", ".join(f'"{name}"' for name in sorted(read_unasked(prover, quota)))
            found = RULE.problem(
                quota.condition.span,
                f'The quota "{quota.id}" reads what some are never asked ({names}).',
                hint='Say who is meant: put "… and" before it that rules those out who aren\'t asked.',
                got=quota.condition.source,
            )
            yield with_walk(found, prover.walk(unknown))


def undecided(prover: Prover, quota: Quota) -> int:
    """Give whether the answers can't tell if a complete interview counts, and one wasn't asked for."""
    encoding, tree = prover.encoding, in_answers(prover.study, quota)
    last = encoding.last
    lacking = encoding.formula.any_of(unasked(encoding, name) for name in reads(tree) - {"role"})
    doubt = (-encoding.reader.sure(tree, last), -encoding.reader.sure(tree, last, denied=True))
    return encoding.formula.all_of((encoding.alive[last], lacking, *doubt))


def read_unasked(prover: Prover, quota: Quota) -> Iterator[str]:
    """Give what the quota reads and somebody who completes the interview is never asked."""
    encoding = prover.encoding
    for name in reads(in_answers(prover.study, quota)) - {"role"}:
        if prover.can(encoding.alive[encoding.last], unasked(encoding, name)):
            yield name


def in_answers(study: Study, quota: Quota) -> Expr:
    """Give the condition without derived variables: one without a class is no answer that wasn't asked."""
    return written_out(quota.condition.tree, {one.id: one for one in study.plan.derived})


def unasked(encoding: Encoding, name: str) -> int:
    """Give whether what a name stands for was never asked."""
    return -encoding.reader.asked(encoding.answers.item_of.get(name, name), encoding.last)


RULE = Rule(
    code="Q085",
    name="partial_quota",
    severity=Severity.WARNING,
    summary="A quota reads an answer that some who complete the interview are never asked for.",
    why=(
        "Whether they count for it can't be told, and they count for none of a set of quotas that looks "
        "complete (small and large firms). Mostly they aren't meant, and then the condition should say so; "
        "or they should have a quota of their own."
    ),
    bad="""\
[quotas.small]
title = "Small firms"
if = "size is small"
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
