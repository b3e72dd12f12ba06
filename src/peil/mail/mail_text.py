"""A mail as one person reads it, before it is text or HTML."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a sentence; with an ``href`` it is a link."""

    text: str
    bold: bool = False
    href: str = ""


Passage = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or the items of a list."""

    passages: tuple[Passage, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class MailText:
    """A mail with everything filled in.

    Args:
        language: Language that it is written in.
        subject: One line.
        parts: The text.
        footer: What Peil adds: who asks, privacy, how to get no more mail.
    """

    language: str
    subject: str
    parts: tuple[Part, ...]
    footer: tuple[Passage, ...]
