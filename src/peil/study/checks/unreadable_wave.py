"""Q106: unreadable wave."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.bad_wave import EARLIER, WAVES
from peil.study.study import Study

RULE = Rule(
    code="Q106",
    name="unreadable_wave",
    severity=Severity.WARNING,
    summary="The study of another wave can't be read.",
    why=(
        "Its questions can't be compared with these, and its figures come from its own folder: without it a "
        "trend shows nothing of that wave. This study can be fielded all the same."
    ),
    bad=WAVES.replace("compare/2024", "compare/2023"),
    good=WAVES,
    file="compare/waves.toml",
    around=EARLIER,
)


def check(study: Study) -> Iterator[Problem]:
    """Report each wave whose study can't be read."""
    for wave, found in study.wave_studies.items():
        if isinstance(found, str):
            message = f'The study of wave "{wave}" can\'t be read. {found}'
            hint = "Name its folder, as a path from this study's, and mend what is wrong there."
            yield RULE.problem(study.waves.by_id[wave].span, message, hint=hint)
