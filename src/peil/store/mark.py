"""What an anonymous study notes of a person."""

from enum import StrEnum

LEAST_TOGETHER = 10
"""Fewer persons than this are never noted at once, and never stand apart from the others."""


class Mark(StrEnum):
    """What a person is known to have done; the names of their columns."""

    STARTED = "started"
    DONE = "done"
