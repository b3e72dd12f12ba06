"""The day that is noted with an interview."""

import datetime as dt
import time


def today() -> dt.date:
    """Give the day where this machine stands; no time of day is kept."""
    return dt.date(*time.localtime()[:3])
