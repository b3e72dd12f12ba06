"""A talk: a focus group or an interview, with its notes and what was said."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peil.core.span import Span
from peil.study.said import Said
from peil.study.talk_note import TalkNote
from peil.study.told import Told


class TalkKind(StrEnum):
    """What kind of talk it was."""

    FOCUS_GROUP = "focus_group"
    INTERVIEW = "interview"


@dataclass(frozen=True)
class Talk:
    """A file of ``talks/``. What of it may be told is for the disclosure rules to say.

    Args:
        id: Its name, that of its file.
        span: Where it stands.
        kind: Focus group or interview.
        date: The day it was held, or None.
        language: The language that was spoken and noted down.
        participants: How many people took part, the moderator not counted; 0 where it isn't said.
        composition: Who they were in broad terms, by language.
        moderator: Who led it; never told.
        consent: How the participants agreed to the talk and its being told of; empty where nothing is kept.
        quoting: They agreed to being quoted too.
        unquoted: Codes of those among them who didn't.
        speakers: The codes of the participants.
        approved_by: Who read the notes and found that what is told gives nobody away; empty for nobody.
        approved_on: When, or None.
        invented: Nobody held it: it stands in for talks that there might have been.
        notes: The notes, paragraph by paragraph.
        said: The quotations in them, in order.
    """

    id: str
    span: Span
    kind: TalkKind = TalkKind.FOCUS_GROUP
    date: dt.date | None = None
    language: str = ""
    participants: int = 0
    composition: Told = field(default_factory=dict)
    moderator: str = ""
    consent: str = ""
    quoting: bool = False
    unquoted: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    approved_by: str = ""
    approved_on: dt.date | None = None
    invented: bool = False
    notes: tuple[TalkNote, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def agreed(self) -> bool:
        """The participants agreed, or there are none."""
        return bool(self.consent) or self.invented

    @property
    def approved(self) -> bool:
        """Somebody approved it, by name and with the day."""
        return bool(self.approved_by) and self.approved_on is not None


def quotations(talks: Mapping[str, Talk]) -> Iterator[tuple[Talk, Said]]:
    """Give the quotations that have a name, in the order of files and lines; of one name the first."""
    seen: set[str] = set()
    for talk in talks.values():
        for said in talk.said:
            if said.id and said.id not in seen:
                seen.add(said.id)
                yield talk, said
