"""A text that was coded."""

from dataclasses import dataclass

from peil.qual.exchange.selection import CodeUse, Selection


@dataclass(frozen=True, slots=True)
class TextSource:
    """A text of a coded project.

    Args:
        guid: Its GUID.
        name: What the tool lists it by.
        text: The text, with the line ends that its file has and without a byte order mark.
        description: What was written about it.
        coder: GUID of who brought it in, or empty.
        selections: Its pieces; they may overlap.
        uses: Codes that the text as a whole was given.
        notes: GUIDs of notes about it.
    """

    guid: str
    name: str
    text: str
    description: str = ""
    coder: str = ""
    selections: tuple[Selection, ...] = ()
    uses: tuple[CodeUse, ...] = ()
    notes: tuple[str, ...] = ()
