"""A coded project: texts, codes and who gave which code to which words."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from peil.qual.exchange.coder import Coder
from peil.qual.exchange.member_set import MemberSet
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.project_note import ProjectNote
from peil.qual.exchange.text_source import TextSource

OWN_ORIGIN = "Peil"


@dataclass(frozen=True)
class CodedProject:
    """What a REFI-QDA project holds of texts and codes; of a codebook alone only codes and sets.

    Args:
        name: What it is called.
        origin: The tool that wrote it.
        made: When, in UTC and whole seconds; None where the file doesn't say. It stands with every piece
            and code that Peil writes: some tools can't read one without a date.
        coders: Its users.
        codes: The codes at the top of the tree.
        sources: Its texts.
        notes: Its notes.
        sets: Its sets.
        description: What was written about it as a whole.
    """

    name: str
    origin: str = OWN_ORIGIN
    made: dt.datetime | None = None
    coders: tuple[Coder, ...] = ()
    codes: tuple[ProjectCode, ...] = ()
    sources: tuple[TextSource, ...] = ()
    notes: tuple[ProjectNote, ...] = ()
    sets: tuple[MemberSet, ...] = ()
    description: str = ""

    @cached_property
    def code_of(self) -> dict[str, ProjectCode]:
        """Every code of the tree by GUID."""
        return {code.guid: code for top in self.codes for code in top.walk()}

    @cached_property
    def coder_names(self) -> dict[str, str]:
        """What users are called, by GUID."""
        return {coder.guid: coder.name for coder in self.coders}

    @cached_property
    def note_of(self) -> dict[str, ProjectNote]:
        """Every note by GUID."""
        return {note.guid: note for note in self.notes}
