"""Q080: bad accept."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.accept import Accept
from peil.study.checks.catalogue import rules
from peil.study.checks.evidence.accepting import acceptable_names
from peil.study.checks.evidence.places import acceptors
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find accepts of a rule that there isn't or that is an error, and those without a reason."""
    known = {rule.name: rule for rule in rules()}
    acceptable = acceptable_names(rules())
    for acceptor in acceptors(study):
        for accept in acceptor.accepts:
            if wrong := judge(accept, known, acceptable):
                yield wrong


def judge(accept: Accept, known: Mapping[str, Rule], acceptable: AbstractSet[str]) -> Problem | None:
    """Give what is wrong with an accept, or None.

    Args:
        accept: The accept.
        known: Rules by name.
        acceptable: Names of those whose findings can be accepted.
    """
    if accept.rule not in known:
        hint = did_you_mean(accept.rule, acceptable) or f"Write {form(accept, 'NAME', 'reason')}."
        return RULE.problem(accept.span, f'There is no rule "{accept.rule}".', hint=hint, got=accept.rule)
    if accept.rule not in acceptable:
        return not_acceptable(known[accept.rule], accept)
    return None if accept.reason else no_reason(accept)


def not_acceptable(rule: Rule, accept: Accept) -> Problem:
    """Give the problem of an accept for an error, or for information, which asks for nothing."""
    told = rule.severity is Severity.INFO
    return RULE.problem(
        accept.span,
        f'What "{rule.name}" tells needs no accepting.'
        if told
        else f'What "{rule.name}" finds can\'t be accepted.',
        hint="Take this line away." if told else "Mend it, and take this line away.",
        got=accept.rule,
    )


def no_reason(accept: Accept) -> Problem:
    """Give the problem of an accept that doesn't say why."""
    return RULE.problem(
        accept.span,
        "This accept gives no reason.",
        hint=f"Write {form(accept, accept.rule, 'why it stays')}.",
        got=accept.rule,
    )


def form(accept: Accept, rule: str, reason: str) -> str:
    """Give how an accept is written there: a line of a TOML table, or a directive."""
    return f'{rule} = "{reason}"' if accept.span.file.endswith(".toml") else f'"accept {rule}: {reason}"'


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
