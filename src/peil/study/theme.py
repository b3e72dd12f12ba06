"""A theme that people talked about."""

from dataclasses import dataclass

from peil.core.span import Span
from peil.study.told import Told


@dataclass(frozen=True)
class Theme:
    """A table of talks/themes.toml.

    Args:
        id: Its name in marks.
        titles: What it is called, by language.
        descriptions: What belongs to it, by language, for whoever marks the notes; empty where not written.
        span: Where it stands.
    """

    id: str
    titles: Told
    descriptions: Told
    span: Span
