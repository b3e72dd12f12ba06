"""The day after which fieldwork closes by itself."""

import datetime as dt

from peil.store.phase import Phase, PhaseEntry
from peil.study.about import About


def closing_day(entry: PhaseEntry, about: About) -> dt.date | None:
    """Give the last day on which answers are taken, or None where no day is kept to.

    The study's own days are kept to while it is live; a pilot comes before them. Who goes live when the last
    day is over reopens, or tries an old study out, and means to be answered.

    Args:
        entry: The latest entry in the log of phases.
        about: What the version says that new interviews are asked.
    """
    kept_to = entry.phase is Phase.LIVE and about.closes is not None and entry.day <= about.closes
    return about.closes if kept_to else None
