"""Q021: gapped bands."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.ladder import faults
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find neighbouring number bands with values between them that no option covers."""
    for fault in faults(study):
        if not fault.overlap:
            yield RULE.problem(
                fault.second.option.span,
                f'No option of "{fault.question.id}" covers {fault.values}, between "{fault.first.label}" '
                f'and "{fault.second.label}".',
                hint="Widen one of the two bands, or add one between them.",
                got=fault.second.label,
            )


RULE = Rule(
    code="Q021",
    name="gapped_bands",
    severity=Severity.WARNING,
    summary='Number bands leave values out: between "1–9" and "20–49" nobody can answer 12.',
    why="Whoever has a value in the gap has no answer to give, and picks a wrong one or leaves.",
    bad="""\
# you: About you

## staff
How many people work in your organisation?
- ( ) s1: 1–9
- ( ) s20: 20–49
- ( ) s50: 50+
""",
    good="""\
# you: About you

## staff
How many people work in your organisation?
- ( ) s1: 1–19
- ( ) s20: 20–49
- ( ) s50: 50+
""",
)
