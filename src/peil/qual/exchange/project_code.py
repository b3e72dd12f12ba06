"""A code of a coded project, with those under it."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProjectCode:
    """A code.

    Args:
        guid: Its GUID, as ``guid.canonical`` gives it.
        name: What the tool shows.
        description: When it is given; empty for nothing.
        colour: ``#RRGGBB``, or empty.
        codable: Texts can be given it; otherwise it only holds others.
        notes: GUIDs of notes about it.
        codes: Those under it, in order.
    """

    guid: str
    name: str
    description: str = ""
    colour: str = ""
    codable: bool = True
    notes: tuple[str, ...] = ()
    codes: tuple["ProjectCode", ...] = ()

    def walk(self) -> Iterator["ProjectCode"]:
        """Give it and every code under it, in reading order."""
        yield self
        for code in self.codes:
            yield from code.walk()
