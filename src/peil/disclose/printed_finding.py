"""What is odd about printed figures, as told in an annex: its arithmetic is on printed numbers alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """A claim: its id, where it was printed, what it is about, what was printed; in words of one language."""

    id: str
    where: str
    about: str
    printed: str


@dataclass(frozen=True, slots=True)
class PrintedFinding:
    """One finding: frozen code, grade, the arithmetic, the claims; in words of one language."""

    code: str
    grade: str
    message: str
    claims: tuple[PrintedClaim, ...]


@dataclass(frozen=True)
class PrintedAudit:
    """An audit without data of figures that were printed elsewhere.

    Args:
        own: How many of the claims are about this study.
        elsewhere: How many are about other studies.
        findings: By language, the surest first.
        broken: Why the claims can't be read; empty where they can, or where there are none.
    """

    own: int = 0
    elsewhere: int = 0
    findings: Mapping[str, tuple[PrintedFinding, ...]] = field(default_factory=dict)
    broken: str = ""
