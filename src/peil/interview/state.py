"""The state of an item in one interview: exactly one of five; a sixth stands only in data."""

from enum import IntEnum


class State(IntEnum):
    """Kept apart everywhere, since they mean different things in a base."""

    NOT_ASKED = 0
    BLANK = 1
    DONT_KNOW = 2
    ANSWERED = 3
    LEFT_BEFORE = 4
    NOT_CODED = 5  # answered in own words that have no final code yet; no interview has it
