"""Peil's own marks in Markdown, found in the source itself so that each keeps its exact place."""

import re
from dataclasses import dataclass
from enum import StrEnum

from peil.report.template.phrase import Phrase

BRANCH = r"(?:[^\[\]]|\[[^\[\]]*\])*"
"""Text that may hold bindings, links and calls of footnotes, but no conditional text of its own."""
PATTERN = re.compile(
    r"(?P<code>`+)(?:(?!(?P=code)).|\n)+?(?P=code)"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<note_text>^\[\^(?P<defined>[\w-]+)\]:[ \t]*(?P<words>[^\n]*(?:\n[ \t]+\S[^\n]*)*))"
    r"|(?P<note>\[\^(?P<called>[\w-]+)\])"
    rf"|\[(?P<then>{BRANCH})\]\{{if\s(?P<proviso>[^{{}}]*)\}}(?:\[(?P<other>{BRANCH})\]\{{else\}})?"
    r"|\[(?P<printed>[^\[\]]*)\]\{(?:=(?P<value>[^{}]*)|(?P<plain>plain))\}"
    r"|\{@(?P<target>[^{}\s]+)\}"
    r"|(?P<attributes>(?<=\S)[ \t]+\{[^{}=@|]*\}(?=(?:[ \t]+\{[^{}=@|]*\})*[ \t]*$))",
    re.MULTILINE | re.DOTALL,
)
HEADING = re.compile(r"^#{1,6}[ \t]", re.MULTILINE)
LEFT = re.compile(r"\{(?:[=@]|if\s)[^\n}]*\}?|\{plain\}|\{else\}")
PLACE = re.compile("\ue000(\\d+)\ue001")
TAKEN = str.maketrans({"\ue000": "\ufffd", "\ue001": "\ufffd"})
"""The text's own characters that would be read as placeholders; no script uses them."""


class Kind(StrEnum):
    """What a mark is."""

    CODE = "code"
    COMMENT = "comment"
    NOTE_TEXT = "note_text"
    NOTE = "note"
    BINDING = "binding"
    CONDITIONAL = "conditional"
    PLAIN = "plain"
    REFERENCE = "reference"
    ATTRIBUTES = "attributes"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at positions within a phrase.

    ``words`` is its text or name, ``value`` a binding's value or a proviso, ``other`` the text before
    ``{else}``.
    """

    kind: Kind
    start: int
    end: int
    words: Phrase
    value: Phrase | None = None
    name: str = ""
    other: Phrase | None = None

    @property
    def texts(self) -> tuple[Phrase, ...]:
        """What stands in it as text of its own: a footnote's, and both of a conditional."""
        if self.kind not in {Kind.NOTE_TEXT, Kind.CONDITIONAL}:
            return ()
        return (self.words, self.other) if self.other else (self.words,)


def find_marks(phrase: Phrase) -> tuple[Mark, ...]:
    """Find all marks in order."""
    found = (read_mark(phrase, match) for match in PATTERN.finditer(phrase.text))
    return tuple(mark for mark in found if mark)


GROUPS = (
    ("code", Kind.CODE, "code", ""),
    ("comment", Kind.COMMENT, "comment", ""),
    ("note_text", Kind.NOTE_TEXT, "words", "defined"),
    ("note", Kind.NOTE, "note", "called"),
    ("target", Kind.REFERENCE, "target", "target"),
    ("attributes", Kind.ATTRIBUTES, "attributes", ""),
    ("plain", Kind.PLAIN, "printed", ""),
    ("value", Kind.BINDING, "printed", ""),
    ("proviso", Kind.CONDITIONAL, "then", ""),
)
"""Group of the pattern that tells a mark's kind, that kind, the group of its words, the group of its name."""


def read_mark(phrase: Phrase, found: re.Match[str]) -> Mark | None:
    """Give the mark of a match; None for braces at the end of a line that is no heading."""
    group, kind, words, name = next(known for known in GROUPS if found.group(known[0]) is not None)
    if kind is Kind.ATTRIBUTES:
        line = phrase.text[phrase.text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not HEADING.match(line):
            return None
    stretch = phrase.part(found.start(words), found.end(words))
    value = phrase.group(found, group) if kind in {Kind.BINDING, Kind.CONDITIONAL} else None
    other = phrase.part(*found.span("other")) if found["other"] is not None else None
    called = found.group(name) if name else ""
    return Mark(kind, found.start(), found.end(), stretch, value, called, other)


def mask(phrase: Phrase, marks: tuple[Mark, ...]) -> str:
    """Give the text for Markdown: marks become placeholders, comments and note texts are taken out.

    The lines that a mark runs over are kept where they can be, so that Markdown's lines are the file's.
    """
    done, at = [], 0
    for number, mark in enumerate(marks):
        if mark.kind is Kind.CODE:
            continue
        done.append(phrase.text[at : mark.start].translate(TAKEN))
        if mark.kind in {Kind.COMMENT, Kind.NOTE_TEXT}:
            done.append("\n" * phrase.text.count("\n", mark.start, mark.end))
        else:
            done.append(f"\ue000{number}\ue001")
        at = mark.end
    return "".join((*done, phrase.text[at:].translate(TAKEN)))


def blank(phrase: Phrase, marks: tuple[Mark, ...]) -> str:
    """Give the text with its marks replaced by spaces; positions stay."""
    text = phrase.text
    for mark in marks:
        text = text[: mark.start] + re.sub(r"[^\n]", " ", text[mark.start : mark.end]) + text[mark.end :]
    return text
