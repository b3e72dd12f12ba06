"""The texts that a study publishes, each in a folder of its own."""

from enum import StrEnum


class Part(StrEnum):
    """A text with bound numbers; its value is its folder's name in the study."""

    REPORT = "report"
    DECK = "deck"
    PRESS = "press"
    SITE = "site"


PARTS = {"html": Part.REPORT, "pdf": Part.REPORT, "docx": Part.REPORT, "pptx": Part.DECK, "press": Part.PRESS}
"""The text that each format of ``peil report`` is made from; one made from tables alone has none."""
