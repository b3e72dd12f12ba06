"""The questionnaire: sections, questions in printed order, and which questions share a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from peil.core.span import Span
from peil.study.accept import Accept
from peil.study.expr.condition import Condition
from peil.study.question import Question
from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the questions under it; its condition holds for all of them.

    ``note`` is for the researcher, never shown to respondents. ``accepts`` are findings about the heading and
    what stands directly under it that stay, each with the reason.
    """

    id: str
    wording: Wording
    span: Span
    condition: Condition | None = None
    one_page: bool = False
    note: str = ""
    accepts: tuple[Accept, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Which page a printed position belongs to: page id and the ids of its questions in order."""

    id: str
    section: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Questionnaire:
    """Sections and questions in printed order. ``pages`` groups question ids as printed.

    Questions asked later and repeats are placed by the route, not here.
    """

    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    pages: tuple[PageBreak, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Questions by id; of a duplicate id the first stands."""
        return {question.id: question for question in reversed(self.questions)}

    @cached_property
    def sections_by_id(self) -> Mapping[str, Section]:
        """Sections by id."""
        return {section.id: section for section in reversed(self.sections)}
