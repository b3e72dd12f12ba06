"""A note (a memo) of a coded project."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProjectNote:
    """A note: its GUID, what it is listed by, its words, and the GUID of who wrote it, or empty."""

    guid: str
    name: str
    text: str
    coder: str = ""
