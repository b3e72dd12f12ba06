"""A paragraph of a talk's notes, in the words of who wrote them down."""

from dataclasses import dataclass

from peil.core.span import Span


@dataclass(frozen=True)
class TalkNote:
    """A paragraph or an item of a list.

    Args:
        heading: The heading it stands under; empty before the first.
        text: Its words, without its mark.
        span: Where its words begin.
        themes: Ids of the themes it is about.
        section: The anchor of the report's section that it explains; empty where none was named.
        section_span: Where that is written.
    """

    heading: str
    text: str
    span: Span
    themes: tuple[str, ...] = ()
    section: str = ""
    section_span: Span | None = None
