"""A quotation that a study may print: what somebody said, and who agreed to its being printed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.span import Span


@dataclass(frozen=True)
class Quote:
    """``[[quote]]`` of quotes.toml. Whether it may be printed is for the disclosure rules to say.

    Args:
        id: Its name.
        words: Its words by language, in the order of the file.
        source: The question that was answered, or where it was said, in words.
        consent: How the speaker agreed to being quoted; empty where nothing is recorded.
        approved_by: Who read it and found that it gives nobody away; empty for nobody.
        approved_on: When, or None.
        attribution: The one attribute told with it: a group of the plan and one of its classes; or None.
        invented: Nobody said it: it stands in for what people say.
        span: Where it stands.
        spans: Language to where its words begin.
    """

    id: str
    words: Mapping[str, str]
    span: Span
    source: str = ""
    consent: str = ""
    approved_by: str = ""
    approved_on: dt.date | None = None
    attribution: tuple[str, str] | None = None
    invented: bool = False
    spans: Mapping[str, Span] = field(default_factory=dict)
