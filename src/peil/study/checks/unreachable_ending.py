"""Q058: unreachable ending."""

from collections.abc import Iterator
from functools import partial

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks.evidence.proved import nobody_is_left, reason
from peil.study.proof.encoding import Encoding
from peil.study.proof.places import written
from peil.study.proof.prover import prover_of
from peil.study.question import EarlyEnd, Question
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find early ends that nobody comes to, and interviews that nobody can complete."""
    prover = prover_of(study)
    for question in study.questionnaire.questions:
        for end in question.ends:
            if written(end.condition) and not prover.can(ending(prover.encoding, question, end)):
                why = reason(study, partial(ending, question=question, end=end))
                yield RULE.problem(
                    end.span,
                    f'Nobody\'s interview ends here as "{end.outcome}".{why}',
                    hint="Change the condition of this early end, or take it out.",
                    got=end.outcome,
                    follows=nobody_is_left(prover, question.id),
                )
    encoding = prover.encoding
    blocked = any(prover.can(stuck) for stuck in encoding.stuck.values())  # by limits that are errors already
    if study.route.entries and not blocked and not prover.can(encoding.alive[encoding.last]):
        why = reason(study, lambda encoding: encoding.alive[encoding.last])
        yield RULE.problem(
            Span("questionnaire.md"),
            f"Nobody can complete the interview.{why}",
            hint="Let an early end leave somebody over.",
            got="complete",
        )


def ending(encoding: Encoding, question: Question, end: EarlyEnd) -> int:
    """Give whether somebody's interview ends by this early end."""
    return encoding.formula.any_of(
        one.ends
        for one in encoding.endings
        if one.end.after.partition("[")[0] == question.id
        and one.end.condition is end.condition.tree
        and one.end.outcome == end.outcome
    )


RULE = Rule(
    code="Q058",
    name="unreachable_ending",
    severity=Severity.ERROR,
    summary="An early end that no interview comes to, or an interview that nobody can complete.",
    why=(
        "Whoever should be screened out is interviewed, or everyone is screened out. The condition of an "
        "early end is read by those who were asked its question and are still in the interview."
    ),
    bad="""\
# you: About you

## age
end if age < 16: too_young
How old are you? ___ [18..99]

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# you: About you

## age
end if age < 16: too_young
How old are you? ___ [0..120]

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
)
