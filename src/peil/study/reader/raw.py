"""What stands in questionnaire.md, line by line, before any name is looked up. Grows while it is read."""

from dataclasses import dataclass, field

from peil.core.span import Span
from peil.study.accept import Accept
from peil.study.expr.condition import Condition
from peil.study.expr.tree import ALWAYS


@dataclass(slots=True)
class RawText:
    """Lines of one text with the place of each; an empty line separates paragraphs."""

    lines: list[tuple[Span, str]]

    @property
    def span(self) -> Span:
        """Where the text starts."""
        return self.lines[0][0]


@dataclass(slots=True)
class RawWords:
    """A text and the same in the words of roles: what ``for ROLE:`` lines say, as (role, its place, text)."""

    default: RawText | None = None
    by_role: list[tuple[str, Span, RawText]] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether anything was said."""
        return self.default is not None or bool(self.by_role)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One word or phrase between the braces at a line's end."""

    text: str
    span: Span


@dataclass(slots=True)
class RawItem:
    """A list item: an option (``form`` is ``()`` or ``[]``), or a row, field or label (``form`` is empty).

    ``under`` says which heading word it stands below: ``columns``, ``rows`` or nothing. ``guessed``: its id
    is what could be made of a line that has a problem already.
    """

    id: str
    span: Span
    form: str
    under: str
    code: int | None
    words: RawWords
    attributes: list[Attribute]
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class RawCarry:
    """``options from X``, ``rows from X`` (``target`` says which) or ``{open rows from X}``."""

    question: str
    span: Span
    target: str
    open_only: bool


@dataclass(slots=True)
class RawQuestion:
    """A question's heading, directives, words and list items.

    ``starts_page``: it stands directly below ``---``.
    ``damaged``: part of it could not be read, so a name that isn't found in it is no new problem.
    """

    id: str
    span: Span
    section: str
    attributes: list[Attribute]
    words: RawWords = field(default_factory=RawWords)
    items: list[RawItem | RawCarry] = field(default_factory=list)
    source: str = ""
    note: str = ""
    condition: Condition | None = None
    ends: list[tuple[Condition, str, Span]] = field(default_factory=list)
    starts_page: bool = False
    damaged: bool = False
    accepts: list[Accept] = field(default_factory=list)


@dataclass(slots=True)
class RawSection:
    """A section's heading and directives."""

    id: str
    span: Span
    words: RawWords
    attributes: list[Attribute]
    condition: Condition | None = None
    note: str = ""
    accepts: list[Accept] = field(default_factory=list)


@dataclass(slots=True)
class RawQuestionnaire:
    """Everything in printed order.

    ``broken`` are words as they were written where no id could be read, ``damaged`` ids of questions that
    were read in part or whose id was taken: what isn't found by or in these is no new problem.
    """

    sections: list[RawSection] = field(default_factory=list)
    questions: list[RawQuestion] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)


def pending(source: str, span: Span) -> Condition:
    """Give a condition that is still to be resolved: its tree holds for everyone until then."""
    return Condition(ALWAYS, source, span)
