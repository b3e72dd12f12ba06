"""A route map's content, before it is drawn: who comes past which question."""

from dataclasses import dataclass
from enum import StrEnum


class Stop(StrEnum):
    """Whether the people in a lane are asked a question."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Station:
    """A question on the map.

    Args:
        number: What it is numbered, such as ``6``; empty for a notice, and for a question without a number.
        title: What it is about, in a few words.
        who: Who is asked, in words; empty where everyone is.
        stops: For each lane whether it is asked there.
        notice: It asks nothing.
        whole: Who is asked, where ``who`` leaves out what the section says; empty where it doesn't.
    """

    number: str
    title: str
    who: str
    stops: tuple[Stop, ...]
    notice: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Exit:
    """A place where the interview ends early for some: for whom, in words, and in which lanes."""

    title: str
    who: str
    lanes: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The questions of one page and the early ends after it."""

    rows: tuple[Station | Exit, ...]


@dataclass(frozen=True, slots=True)
class MapSection:
    """A section of the questionnaire.

    Args:
        title: Its title.
        pages: Its pages.
        continued: It began on an earlier map.
        who: For whom all of it is, in a sentence; empty where its questions say so themselves.
    """

    title: str
    pages: tuple[MapPage, ...]
    continued: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What a map says by itself."""

    always: str
    sometimes: str
    never: str
    page: str
    exit: str
    continued: str
    end: str


@dataclass(frozen=True, slots=True)
class RouteMap:
    """Lanes side by side, time running down.

    Args:
        title: Its title, for people who can't see it.
        description: What can be seen in it.
        lanes: Names of the lanes, one a role.
        sections: The questions by section and page, in route order.
        words: What its legend says.
        first: The interview begins here.
        last: The interview ends here.
        language: Language code.
    """

    title: str
    description: str
    lanes: tuple[str, ...]
    sections: tuple[MapSection, ...]
    words: MapWords
    first: bool = True
    last: bool = True
    language: str = "nl"

    @property
    def rows(self) -> tuple[Station | Exit, ...]:
        """Questions and early ends in order."""
        return tuple(row for section in self.sections for page in section.pages for row in page.rows)
