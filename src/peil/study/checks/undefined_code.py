"""Q121: undefined code."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.bad_frame import AROUND, GOOD
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find codes without a definition in frames that several people code by."""
    for frame in study.frames.values():
        for code in frame.codes if len(frame.coders) > 1 else ():
            if not code.definition:
                message = f'{len(frame.coders)} people code by "{code.id}"; nothing says when it is given.'
                yield RULE.problem(code.span, message, hint='Write definition = "…" under it.')


TWO = GOOD.replace('["an"]', '["an", "bo"]')

RULE = Rule(
    code="Q121",
    name="undefined_code",
    severity=Severity.WARNING,
    summary="Several people code by a frame, and one of its codes has no definition.",
    why="Coders who read a title differently disagree without knowing on what.",
    bad=TWO.replace('definition = "Less work or less pay."\n', ""),
    good=TWO,
    file="coding/remarks.toml",
    around=AROUND,
)
