"""What the rules found, apart from what the study accepts."""

from dataclasses import dataclass

from peil.core.problem import Problem


@dataclass(frozen=True, slots=True)
class Findings:
    """Problems that ask for a repair, and those that the study accepts with a reason."""

    problems: tuple[Problem, ...]
    accepted: tuple[Problem, ...]
