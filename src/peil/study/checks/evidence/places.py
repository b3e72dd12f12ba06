"""To which question, section or settings file a place in the study's files belongs."""

from bisect import bisect_right
from collections.abc import Iterator

from peil.core.span import Span
from peil.study.about import About
from peil.study.checks.evidence.parts import parts
from peil.study.plan import Plan
from peil.study.question import Question
from peil.study.questionnaire import Section
from peil.study.study import Study
from peil.study.text import Text, Wording

Holder = Section | Question
Acceptor = Holder | About | Plan
"""What can accept a finding: a heading's part of the questionnaire, or a settings file as a whole."""


class Places:
    """Knows the lines of each question and section: from its heading to the next, and its translations."""

    def __init__(self, study: Study) -> None:
        titled = (holder for holder in holders(study) if holder.id)
        self._headings = sorted(((holder.span.line, holder) for holder in titled), key=lambda at: at[0])
        self._lines = [line for line, _ in self._headings]
        self._file = self._headings[0][1].span.file if self._headings else ""
        self._settings: dict[str, Acceptor] = {"study.toml": study.about, "plan.toml": study.plan}
        self._texts: dict[tuple[str, int], Holder] = {}
        for holder in holders(study):
            for wording in wordings_of(holder):
                for text in texts_of(wording):
                    self._add(text, holder)

    def acceptor(self, span: Span) -> Acceptor | None:
        """Give the question, section or settings file that a place belongs to, or None."""
        if span.file in self._settings:
            return self._settings[span.file]
        if span.file != self._file:
            return self._texts.get((span.file, span.line))
        number = bisect_right(self._lines, span.line)
        return self._headings[number - 1][1] if number and span.line else None

    def _add(self, text: Text, holder: Holder) -> None:
        """Note whose text this is; what was carried over belongs to where it was written, which is first."""
        for span in (text.span, *(part.span for part in text.parts if not isinstance(part, str))):
            if span.file != self._file:
                self._texts.setdefault((span.file, span.line), holder)


def holders(study: Study) -> Iterator[Holder]:
    """Give every section, then every question."""
    yield from study.questionnaire.sections
    yield from study.questionnaire.questions


def acceptors(study: Study) -> Iterator[Acceptor]:
    """Give all that can accept a finding."""
    yield from holders(study)
    yield study.about
    yield study.plan


def wordings_of(holder: Holder) -> Iterator[Wording]:
    """Give every wording of a question or section."""
    yield holder.wording
    if isinstance(holder, Question):
        yield from (part.wording for part in parts(holder))


def texts_of(wording: Wording) -> Iterator[Text]:
    """Give a wording's texts in every language and in everybody's words."""
    for texts in (wording.default, *wording.by_role.values()):
        yield from texts.values()
