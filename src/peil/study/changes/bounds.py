"""What a number, scale or blank allows."""

from dataclasses import dataclass
from decimal import Decimal

from peil.study.question import Kind, Question
from peil.study.text import Blank, NumberBlank


@dataclass(frozen=True, slots=True)
class Bounds:
    """Lowest and highest number, None where that is open, and the decimals allowed."""

    low: Decimal | None
    high: Decimal | None
    decimals: int = 0

    def __str__(self) -> str:
        """Give them as they are written."""
        low, high = ("" if bound is None else f"{bound:f}" for bound in (self.low, self.high))
        places = f", {self.decimals} decimals" if self.decimals else ""
        return f"[{low}..{high}{places}]"

    def holds(self, other: "Bounds") -> bool:
        """Say whether everything that the other allows is allowed."""
        return (
            (self.low is None or (other.low is not None and self.low <= other.low))
            and (self.high is None or (other.high is not None and self.high >= other.high))
            and self.decimals >= other.decimals
        )


def bounds_of(question: Question) -> Bounds | None:
    """Give the bounds of a number or scale question, or None."""
    if question.kind is Kind.SCALE:
        return Bounds(question.low, question.high)
    return blank_bounds(question.blank)


def blank_bounds(blank: Blank | None) -> Bounds | None:
    """Give the bounds of a number's blank, or None."""
    return Bounds(blank.low, blank.high, blank.decimals) if isinstance(blank, NumberBlank) else None
