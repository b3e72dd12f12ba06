"""One thing that changed between two versions of a study."""

from dataclasses import dataclass

from peil.core.span import Span
from peil.study.changes.kind import ChangeKind


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Args:
        kind: What kind it is of.
        question: Question, section or role that it is about; ``study`` for the study as a whole.
        span: Where it stands: in the new version, or in the old one where it is ``gone``.
        part: Option, row or repeat, or empty.
        old: What it was, in words; empty when it was not there.
        new: What it is, in words; empty when it isn't there any more.
        role: Whose words changed, or empty: those of everyone without words of their own.
        language: Language of the words that changed, or empty.
        gone: It stands in the old version alone.
        witness: Answers of somebody whom it touches, in the order of asking.
    """

    kind: ChangeKind
    question: str
    span: Span
    part: str = ""
    old: str = ""
    new: str = ""
    role: str = ""
    language: str = ""
    gone: bool = False
    witness: tuple[tuple[str, str], ...] = ()

    @property
    def breaks(self) -> bool:
        """Whether a live study would break."""
        return self.kind.breaks
