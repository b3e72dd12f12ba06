"""Where fieldwork stands for who comes by today."""

import datetime as dt
from enum import StrEnum

from peil.store.phase import Phase, PhaseEntry
from peil.study.about import About


class Standing(StrEnum):
    """What a respondent can do today."""

    NOT_YET = "not_yet"  # fieldwork opens later; only tests are begun
    OPEN = "open"
    CLOSED = "closed"  # nothing is begun or changed; access and erasure go on


def standing(entry: PhaseEntry, about: About, day: dt.date) -> Standing:
    """Say where fieldwork stands on a day.

    The study's own days are kept to while it is live; a pilot comes before them. Who goes live when the last
    day is over reopens, or tries an old study out, and means to be answered.

    Args:
        entry: The latest entry in the log of phases.
        about: What the version says that new interviews are asked.
        day: Today.
    """
    if entry.phase is Phase.CLOSED:
        return Standing.CLOSED
    if entry.phase is Phase.PILOT:
        return Standing.OPEN
    if about.opens is not None and day < about.opens:
        return Standing.NOT_YET
    if about.closes is not None and entry.day <= about.closes < day:
        return Standing.CLOSED
    return Standing.OPEN
