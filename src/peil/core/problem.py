"""What is wrong, where, and one repair."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from peil.core.span import Span


class Severity(StrEnum):
    """How bad: an error makes the input unusable, a warning asks for a look, info informs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in what the user gave us.

    Args:
        code: Frozen identifier of the rule, such as ``Q012``; documented by that name.
        severity: How bad it is.
        span: Where it stands.
        message: What is wrong, in one sentence, without the place.
        expected: What would have been right, if that can be said in a word.
        got: What stood there.
        hint: One repair, in one sentence.
        witness: A walk that shows it: pairs of question and answer in question order.
        follows: It comes of another problem that is told, and is gone when that is mended.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    expected: str = ""
    got: str = ""
    hint: str = ""
    witness: tuple[tuple[str, str], ...] = ()
    follows: bool = False

    def __str__(self) -> str:
        """Give the problem as the terminal shows it, on one line."""
        tail = f" {self.hint}" if self.hint else ""
        return f"{self.span}  {self.code}  {self.message}{tail}"


class Unusable(Exception):  # noqa: N818 - a verdict on the input, named as the user hears it
    """The input can't be used at all; carries the problems that say why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
