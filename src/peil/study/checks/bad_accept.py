"""Q080: bad accept."""

from collections.abc import Iterator

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.accept import Accept
from peil.study.checks.catalogue import rules
from peil.study.checks.evidence.accepting import acceptable_names
from peil.study.checks.evidence.places import holders
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find accepts of a rule that there isn't or that is an error, and those without a reason."""
    known = {rule.name: rule for rule in rules()}
    acceptable = acceptable_names(rules())
    for holder in holders(study):
        for accept in holder.accepts:
            if accept.rule not in known:
                hint = did_you_mean(accept.rule, acceptable) or 'Write "accept NAME: reason".'
                yield RULE.problem(
                    accept.span, f'There is no rule "{accept.rule}".', hint=hint, got=accept.rule
                )
            elif accept.rule not in acceptable:
                message = f'What "{accept.rule}" finds can\'t be accepted.'
                yield RULE.problem(
                    accept.span, message, hint="Mend it, and take this line away.", got=accept.rule
                )
            elif not accept.reason:
                yield no_reason(accept)


def no_reason(accept: Accept) -> Problem:
    """Give the problem of an accept that doesn't say why."""
    return RULE.problem(
        accept.span,
        "This accept gives no reason.",
        hint=f'Write "accept {accept.rule}: why it stays".',
        got=accept.rule,
    )


RULE = Rule(
    code="Q080",
    name="bad_accept",
    severity=Severity.ERROR,
    summary="An `accept` names no rule, names one that finds errors, or gives no reason.",
    why=(
        "It silences nothing then, though it looks as if it did. The reason is for whoever reads the "
        "questionnaire next; an error breaks the fieldwork or a number whatever the reason."
    ),
    bad="""\
# use: Use of AI

## usage
accept duplicate_labels: one of the two is still to be reworded
How often do you use AI at work?
- ( ) often: Often
- ( ) mostly: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage
accept duplicate_label: one of the two is still to be reworded
How often do you use AI at work?
- ( ) often: Often
- ( ) mostly: Often
- ( ) never: Never
""",
)
