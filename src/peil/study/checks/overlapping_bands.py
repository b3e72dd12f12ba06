"""Q020: overlapping bands."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.ladder import faults
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find neighbouring number bands that share values."""
    for fault in faults(study):
        if fault.overlap:
            yield RULE.problem(
                fault.second.option.span,
                f'"{fault.first.label}" and "{fault.second.label}" of "{fault.question.id}" '
                f"both hold {fault.values}.",
                hint="Let each band start just above the end of the one before it.",
                got=fault.second.label,
            )


RULE = Rule(
    code="Q020",
    name="overlapping_bands",
    severity=Severity.WARNING,
    summary='Two options are number bands that share values: "0–20 %" and "20–40 %".',
    why=(
        "Whoever has the shared value can choose either, so neither share says what it seems to. Data are "
        'read as whole numbers: after "1–20" comes "21–40". A band from 0 on also overlaps with "none".'
    ),
    bad="""\
# you: About you

## staff
How many people work in your organisation?
- ( ) s0: 0–10
- ( ) s10: 10–24
- ( ) s25: 25 or more
""",
    good="""\
# you: About you

## staff
How many people work in your organisation?
- ( ) s0: 0–9
- ( ) s10: 10–24
- ( ) s25: 25 or more
""",
)
