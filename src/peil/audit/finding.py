"""A finding: something about printed claims that is wrong whatever the data are."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How sure it is. ``explained``: odd at first sight, with a cause that the figures themselves show."""

    CERTAIN = "certain"
    LIKELY = "likely"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: frozen code, grade, ids of the claims it is about, one sentence."""

    code: str
    grade: Grade
    claims: tuple[str, ...]
    message: str
