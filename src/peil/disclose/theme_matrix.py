"""What is told of talks: which there were, and which themes came up where."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.study.talk import TalkKind

Texts = Mapping[str, str]


@dataclass(frozen=True)
class ToldTalk:
    """A talk as it may be told. Nothing in it leads to a file, a day or a speaker.

    Args:
        kind: Focus group or interview.
        number: Its number among those of its kind.
        year: The year in which it was held; None where no day is known.
        month: The month, of a group that is large enough.
        quarter: The quarter, of a smaller one.
        participants: How many took part; None where they were too few to say.
        composition: Who they were in broad terms, by language; empty where that isn't told.
        invented: Nobody held it.
    """

    kind: TalkKind
    number: int
    year: int | None = None
    month: int | None = None
    quarter: int | None = None
    participants: int | None = None
    composition: Texts = field(default_factory=dict)
    invented: bool = False


@dataclass(frozen=True)
class ToldColumn:
    """A column of the matrix: one group, or small talks taken together."""

    talks: tuple[ToldTalk, ...]


@dataclass(frozen=True)
class ToldTheme:
    """A row of the matrix.

    Args:
        titles: What the theme is called, by language.
        came_up: Whether it came up, column by column.
    """

    titles: Texts
    came_up: tuple[bool, ...]


@dataclass(frozen=True)
class ThemeMatrix:
    """Themes by talks.

    Args:
        talks: The talks that are told of, focus groups first.
        columns: Those of which it is told what came up, in the same order; those taken together last.
        themes: Themes that came up in one of the columns, in the order of talks/themes.toml.
        held_back: Ids of talks that nothing is told of, each with why: for the researcher, never printed.
    """

    talks: tuple[ToldTalk, ...] = ()
    columns: tuple[ToldColumn, ...] = ()
    themes: tuple[ToldTheme, ...] = ()
    held_back: tuple[tuple[str, str], ...] = ()
