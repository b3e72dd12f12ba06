"""A file to make."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem

Faulty = tuple[bytes, tuple[Problem, ...]]
"""A file's content, and what is wrong with it."""


@dataclass(frozen=True)
class Job:
    """Where a file goes, and what gives its content; that may find something wrong with it."""

    path: Path
    make: Callable[[], bytes | Faulty]

    @property
    def typeset(self) -> bool:
        """Whether the typesetter makes it."""
        return self.path.suffix == ".pdf"

    def write(self) -> tuple[Problem, ...]:
        """Make it and write it; gives what is wrong with it."""
        made = self.make()
        content, problems = (made, ()) if isinstance(made, bytes) else made
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(content)
        return problems
