"""What an interview is for."""

from enum import StrEnum


class Purpose(StrEnum):
    """What an interview is for; only live ones count, are exported and tabulated."""

    LIVE = "live"
    PILOT = "pilot"  # opened while the study was in its pilot
    TEST = "test"  # opened by the test link; every page says so
