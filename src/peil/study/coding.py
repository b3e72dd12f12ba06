"""A coding: what one coder made of one answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from peil.core.span import Span

FINAL = "final"
"""The coder whose codings are decisions: they stand above those of all others."""
MARK_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Coding:
    """One line of ``coding/VARIABLE.csv``.

    Args:
        respondent: Id of the row whose answer was coded.
        coder: Who coded; ``FINAL`` for what was decided.
        codes: Ids of codes in the frame's order; empty where the coder found that none fits.
        answer: Mark of the words that were coded, as ``answer_mark`` gives it; other words have another.
        note: What the coder wrote down about it.
        span: Where the line stands.
    """

    respondent: str
    coder: str
    codes: tuple[str, ...]
    answer: str
    note: str = ""
    span: Span = field(default=Span("coding"), compare=False)


@dataclass(frozen=True)
class Codings:
    """All codings of one variable, by respondent and coder."""

    variable: str
    by_place: Mapping[tuple[str, str], Coding] = field(default_factory=dict)

    def of(self, respondent: str, coder: str) -> Coding | None:
        """Give what a coder made of a respondent's answer, or None."""
        return self.by_place.get((respondent, coder))


def answer_mark(variable: str, respondent: str, words: str) -> str:
    """Give the mark by which it is noticed that an answer was changed after it was coded.

    It is the start of a SHA-256 over variable, respondent and words, so that the same words of two people
    have two marks. It hides no answer from who can guess it: the file is kept where the answers are.
    """
    return sha256(f"{variable}\0{respondent}\0{words}".encode()).hexdigest()[:MARK_LENGTH]
