"""Where fieldwork stands for who comes by today."""

import datetime as dt
from enum import StrEnum

from peil.store.closing_day import closing_day
from peil.store.phase import Phase, PhaseEntry
from peil.study.about import About


class Standing(StrEnum):
    """What a respondent can do today."""

    NOT_YET = "not_yet"  # fieldwork opens later; only tests are begun
    OPEN = "open"
    CLOSED = "closed"  # nothing is begun or changed; access and erasure go on


def standing(entry: PhaseEntry, about: About, day: dt.date) -> Standing:
    """Say where fieldwork stands on a day.

    The study's own days are kept to while it is live; a pilot comes before them.

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
    last = closing_day(entry, about)
    return Standing.CLOSED if last is not None and last < day else Standing.OPEN
