"""Q120: unpinned code number."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.bad_frame import AROUND, GOOD
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find codes without a number in frames that are final."""
    for frame in study.frames.values():
        taken = {code.number for code in frame.codes}
        free = next(number for number in range(1, len(taken) + 2) if number not in taken)
        for code in frame.codes if frame.final else ():
            if code.number is None:
                message = f'The code "{code.id}" has no number, and the frame is final.'
                yield RULE.problem(code.span, message, hint=f"Write number = {free}, which is free.")


RULE = Rule(
    code="Q120",
    name="unpinned_code_number",
    severity=Severity.WARNING,
    summary="A code of a final coding frame has no number.",
    why="A code that is put in above it would shift its number in the next data file, unseen.",
    bad='status = "final"\n' + GOOD.replace("number = 1\n", ""),
    good='status = "final"\n' + GOOD,
    file="coding/remarks.toml",
    around=AROUND,
)
