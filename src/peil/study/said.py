"""What somebody said in a talk, word for word."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.span import Span


@dataclass(frozen=True)
class Said:
    """A quotation in a talk's notes. Whether it may be printed is for the disclosure rules to say.

    Args:
        speaker: The speaker's code within the talk; it never leaves the notes.
        words: The words by language, those of the talk first.
        span: Where it stands.
        id: The name that a text prints it by; empty for one that is only there to be read.
        themes: Ids of the themes it is about.
        section: The anchor of the report's section that it explains; empty where none was named.
        section_span: Where that is written.
        draft: Whoever approved the talk has kept this one back.
        spans: Language to where its words begin.
    """

    speaker: str
    words: Mapping[str, str]
    span: Span
    id: str = ""
    themes: tuple[str, ...] = ()
    section: str = ""
    section_span: Span | None = None
    draft: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict)
