"""Where a text and the data disagree, and which conditional texts stand."""

from dataclasses import dataclass
from enum import StrEnum

from peil.core.problem import Problem
from peil.core.span import Span


class Kind(StrEnum):
    """What has to be done about a disagreement."""

    CHANGED = "changed"
    """The new words are known, so that they can be written into the source."""
    UNTRUE = "untrue"
    """A person has to write the sentence anew."""
    UNSAID = "unsaid"
    """There is no value that the text could say."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Bound words that say something else than the data.

    Args:
        kind: What has to be done.
        problem: The problem that tells it, at the place of the words.
        sentence: The sentence they stand in, as printed.
        old: The words.
        new: The words that can be written in their place; of those that can't, what the data give in words or
            figures, empty where that is hidden.
    """

    kind: Kind
    problem: Problem
    sentence: str
    old: str
    new: str

    @property
    def span(self) -> Span:
        """The place of the words."""
        return self.problem.span


@dataclass(frozen=True, slots=True)
class Branch:
    """A conditional text: its condition, whether that holds (None where nobody may know), what is printed."""

    span: Span
    condition: str
    holds: bool | None
    printed: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a text's bound words, in reading order."""

    disagreements: tuple[Disagreement, ...] = ()
    branches: tuple[Branch, ...] = ()
