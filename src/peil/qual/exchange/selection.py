"""A piece of a text and the codes that it was given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodeUse:
    """One code given by one coder.

    Args:
        guid: Its own GUID.
        code: GUID of the code.
        coder: GUID of who gave it, or empty where the file doesn't say.
        notes: GUIDs of notes about it.
    """

    guid: str
    code: str
    coder: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """A piece of a text.

    Args:
        guid: Its GUID.
        start: Where it begins, in Unicode code points of the text, counted from 0.
        end: Where it ends: the first code point that is no longer part of it.
        name: What the tool lists it by; many write the first words of the piece.
        description: What was written about it.
        coder: GUID of who marked it, or empty.
        uses: The codes it was given, by all coders together.
        notes: GUIDs of notes about it.
    """

    guid: str
    start: int
    end: int
    name: str = ""
    description: str = ""
    coder: str = ""
    uses: tuple[CodeUse, ...] = ()
    notes: tuple[str, ...] = ()
