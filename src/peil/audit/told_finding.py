"""A finding in words of one language, with every claim that it is about as a reader looks it up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim: its id, where it was printed, what it is about, and what was printed."""

    id: str
    where: str
    about: str
    printed: str


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """One finding: frozen code, grade, what is wrong with its arithmetic, the claims."""

    code: str
    grade: str
    message: str
    claims: tuple[ToldClaim, ...]
