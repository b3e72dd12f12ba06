"""A finding: something about printed claims that is wrong whatever the data are."""

from dataclasses import dataclass
from enum import StrEnum

from peil.audit.said import Said


class Grade(StrEnum):
    """How sure it is. ``explained``: odd at first sight, with a cause that the figures themselves show."""

    CERTAIN = "certain"
    LIKELY = "likely"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: frozen code, grade, ids of the claims it is about, one sentence with its arithmetic.

    ``said`` is the same sentence in a form that can be put into another language.
    """

    code: str
    grade: Grade
    claims: tuple[str, ...]
    message: str
    said: Said
