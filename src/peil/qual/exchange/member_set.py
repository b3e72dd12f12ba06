"""A set of a coded project: codes and texts that belong together without standing under each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MemberSet:
    """A set: its GUID, name and description, and the GUIDs of its codes, texts and notes."""

    guid: str
    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
