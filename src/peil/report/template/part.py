"""The texts that a study publishes, each in a folder of its own."""

from enum import StrEnum


class Part(StrEnum):
    """A text with bound numbers; its value is its folder's name in the study."""

    REPORT = "report"
    DECK = "deck"
    PRESS = "press"
    SITE = "site"
