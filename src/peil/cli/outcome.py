"""What a command came to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from peil.core.problem import Problem, Severity


@dataclass(frozen=True)
class Outcome:
    """One command's result, printed as text or as JSON by the one door out.

    Args:
        text: What the terminal shows after the problems.
        data: What ``--format json`` prints.
        problems: Problems found; an error or warning makes the exit status 1.
        then: What goes on once that was printed, such as answering requests; or None.
    """

    text: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    then: Callable[[], None] | None = None

    @property
    def status(self) -> int:
        """Exit status: 0 fine, 1 problems found."""
        return int(any(problem.severity is not Severity.INFO for problem in self.problems))


def count_problems(problems: Iterable[Problem]) -> str:
    """Say how many problems there are, by severity: ``2 errors, 1 info``; empty where there are none."""
    found = [problem.severity for problem in problems]
    counts = ((severity, found.count(severity)) for severity in Severity)
    return ", ".join(f"{count} {plural(count, severity.value)}" for severity, count in counts if count)


def plural(count: int, word: str) -> str:
    """Give the word as it goes with the count."""
    return word if count == 1 or word == Severity.INFO.value else f"{word}s"


def problem_json(problem: Problem) -> dict[str, object]:
    """Give a problem in the form that the JSON contract names."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.span.file,
        "line": problem.span.line,
        "column": problem.span.column,
        "message": problem.message,
        "hint": problem.hint,
        "witness": [list(pair) for pair in problem.witness],
    }
