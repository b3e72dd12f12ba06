"""A chart as an office program holds it, and what it is set in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart part and the workbook that it opens.

    Args:
        xml: The chart part, DrawingML; it refers to its workbook as ``rId1``.
        workbook: The workbook's bytes: the same numbers, hidden ones left empty.
        width: Width in pt.
        height: Height in pt.
        title: Its title, for people who can't see it.
        description: What it shows, in words.
        least: The least height in pt at which all of it can be read.
    """

    xml: bytes
    workbook: bytes
    width: float
    height: float
    title: str
    description: str
    least: float


@dataclass(frozen=True, slots=True)
class Setting:
    """What a chart is set in: room in pt, typeface, size of labels in pt, language as a program knows it."""

    width: float
    tallest: float
    font: str
    size: float
    language: str
    fill: bool = False
    """Take all the height there is, as on a slide."""
