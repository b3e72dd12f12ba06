"""The state of an item in one interview: exactly one of five."""

from enum import IntEnum


class State(IntEnum):
    """Kept apart everywhere, since they mean different things in a base."""

    NOT_ASKED = 0
    BLANK = 1
    DONT_KNOW = 2
    ANSWERED = 3
    LEFT_BEFORE = 4
