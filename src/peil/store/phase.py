"""Where fieldwork stands, and the log of how it came there."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where fieldwork stands."""

    PILOT = "pilot"  # interviews are tried out and never count
    LIVE = "live"
    CLOSED = "closed"  # nothing is begun or changed; access and erasure go on


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """One entry of the log: from that day on this phase, with this version asked of new interviews.

    Args:
        phase: The phase from then on.
        version: Fingerprint of the questionnaire's text that new interviews are asked.
        day: The day; no time is kept.
        reason: Why, in the researcher's words.
    """

    phase: Phase
    version: str
    day: dt.date
    reason: str
