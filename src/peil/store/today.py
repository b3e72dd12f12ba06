"""The day that is noted with an interview."""

import datetime as dt


def today() -> dt.date:
    """Give the day where this machine stands; no time of day is kept."""
    return dt.datetime.now().astimezone().date()
