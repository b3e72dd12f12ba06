"""A break: what makes the answers of two waves to one question hard to compare."""

from dataclasses import dataclass, field
from enum import StrEnum

from peil.study.told import Told


class BreakKind(StrEnum):
    """What differs between the waves."""

    WORDING = "wording"  # of the question or of the row
    OPTION_WORDING = "option_wording"
    OPTION_ADDED = "option_added"
    OPTION_REMOVED = "option_removed"
    OPTION_MARKED = "option_marked"  # as missing or exclusive
    OPTION_BASE = "option_base"  # who is shown it
    MAPPED = "mapped"  # other options stand for it
    BASE = "base"  # who is asked
    REQUIRED = "required"
    KIND = "kind"
    LIMITS = "limits"
    SCALE = "scale"
    ORDER = "order"
    MOVED = "moved"
    DEFINITION = "definition"  # of a derived variable


@dataclass(frozen=True, slots=True)
class WaveBreak:
    """One break.

    Args:
        kind: What differs.
        part: The option that it is about, in its words; empty for the question as a whole.
        old: What was said in the earlier wave; empty where words tell nothing.
        new: What is said in the later one.
    """

    kind: BreakKind
    part: Told = field(default_factory=dict)
    old: Told = field(default_factory=dict)
    new: Told = field(default_factory=dict)
