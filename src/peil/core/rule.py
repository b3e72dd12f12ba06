"""A rule: what a problem of its kind means."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.problem import Problem, Severity
from peil.core.span import Span


@dataclass(frozen=True)
class Rule:
    """One kind of problem.

    Args:
        code: Frozen: never reused, never renumbered.
        name: Slug: ``unknown_option``.
        severity: How bad it is.
        summary: What it finds, in one sentence.
        why: Why that is bad, for the researcher.
        bad: A small file that has the problem; empty where an example would say nothing more.
        good: The same, mended.
        file: The file that ``bad`` and ``good`` stand for.
        around: Other files of the study that the example needs, by name; without them a study.toml of
            one language and an empty plan stand around it.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    bad: str = ""
    good: str = ""
    file: str = "questionnaire.md"
    around: Mapping[str, str] = field(default_factory=dict)

    def problem(
        self,
        span: Span,
        message: str,
        *,
        hint: str = "",
        expected: str = "",
        got: str = "",
        follows: bool = False,
    ) -> Problem:
        """Give a problem of this rule's kind."""
        return Problem(
            self.code, self.severity, span, message, expected=expected, got=got, hint=hint, follows=follows
        )
