"""What is told of another study: its figures beside those of this study that were released."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from peil.study.other_study import Counterpart, Likeness


class Untested(StrEnum):
    """Why a difference has no interval."""

    SIMILAR = "similar"
    OURS_SELF_SELECTED = "ours_self_selected"
    THEIRS_SELF_SELECTED = "theirs_self_selected"
    THEIRS_UNKNOWN = "theirs_unknown"
    BASE_UNKNOWN = "base_unknown"
    SUMMED = "summed"


@dataclass(frozen=True, slots=True)
class Gap:
    """This study's share less the other's, in percentage points, and its 95 % interval; None without one."""

    points: Decimal
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Options that stand side by side in a pair of groups.

    Args:
        theirs: Options of the other study, summed.
        ours: Options of this study, summed.
        printed: The other study's percentage as printed, or the sum of several; None where it printed none.
        decimals: Decimals that ``printed`` was rounded to.
        share: This study's share (0 to 1) as released; None where hidden.
        n: This study's count as released; None where hidden.
        gap: How far they lie apart, where the crosswalk lets them be held against each other.
        untested: Why ``gap`` has no interval.
    """

    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    printed: Decimal | None
    decimals: int
    share: float | None
    n: int | None
    gap: Gap | None = None
    untested: tuple[Untested, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """A group of the other study and its counterpart.

    ``n`` is the base of ours, None where hidden; ``indicative`` says that it is small.
    """

    counterpart: Counterpart
    n: int | None
    indicative: bool
    rows: tuple[ComparedRow, ...]

    def row(self, theirs: tuple[str, ...]) -> ComparedRow | None:
        """Give the row of exactly these options of the other study."""
        return next((row for row in self.rows if set(row.theirs) == set(theirs)), None)


@dataclass(frozen=True, slots=True)
class ComparedQuestion:
    """A question of the other study beside an item of this one."""

    id: str
    likeness: Likeness
    item: str
    groups: tuple[ComparedGroup, ...]

    @property
    def untested(self) -> tuple[Untested, ...]:
        """Why differences have no interval, all reasons that any of them has."""
        found = {reason for group in self.groups for row in group.rows for reason in row.untested}
        return tuple(reason for reason in Untested if reason in found)

    @property
    def tested(self) -> bool:
        """Some difference has an interval."""
        gaps = (row.gap for group in self.groups for row in group.rows)
        return any(gap is not None and gap.low is not None for gap in gaps)


@dataclass(frozen=True)
class Compared:
    """Another study beside this release: its name in the study, and its questions that have a crosswalk."""

    id: str
    questions: Mapping[str, ComparedQuestion] = field(default_factory=dict)
