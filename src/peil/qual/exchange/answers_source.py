"""The answers to one question as a text, with the codes that they were given."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from peil.core.problem import Problem
from peil.core.span import Span
from peil.qual.exchange.answer_text import LaidAnswer, lay_out
from peil.qual.exchange.project_note import ProjectNote
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.study_guids import StudyGuids, answer_key
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange_problems import CHANGED_WORDS, CODE_CONFLICT, WITHHELD
from peil.qual.open_answers import OpenAnswer
from peil.study.coding import Coding, Codings
from peil.study.identifiers.find_identifiers import find_identifiers


@dataclass
class AnswersSource:
    """Makes the text of one question; gathers notes, problems and who coded.

    Args:
        variable: Whose answers these are.
        guids: The study's.
        codings: What was made of the answers.
        codes: Ids of the frame's codes.
        coders: Whose codings go along; None for everybody's.
        with_identifiers: Answers that point at one person go along too.
    """

    variable: str
    guids: StudyGuids
    codings: Codings
    codes: tuple[str, ...] = ()
    coders: AbstractSet[str] | None = None
    with_identifiers: bool = False
    notes: list[ProjectNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    @cached_property
    def by_respondent(self) -> Mapping[str, list[Coding]]:
        """The codings that go along, by respondent and in the order of coders."""
        found: dict[str, list[Coding]] = {}
        for (respondent, coder), coding in sorted(self.codings.by_place.items()):
            if self.coders is None or coder in self.coders:
                found.setdefault(respondent, []).append(coding)
        return found

    def make(self, answers: Sequence[OpenAnswer], description: str) -> TextSource:
        """Give the text, with a piece for each answer."""
        kept = {answer_key(self.variable, one.respondent): one for one in self.told(answers)}
        text, laid = lay_out((key, one.words) for key, one in kept.items())
        return TextSource(
            guid=self.guids.of("answers", self.variable),
            name=self.variable,
            text=text,
            description=description,
            selections=tuple(self.piece(place, kept[place.key]) for place in laid),
        )

    def told(self, answers: Sequence[OpenAnswer]) -> list[OpenAnswer]:
        """Give the answers that go along, and tell how many don't."""
        if self.with_identifiers:
            return list(answers)
        found = {one.respondent: find_identifiers(one.words) for one in answers}
        kinds = Counter(str(each.kind) for some in found.values() for each in some)
        number = sum(bool(some) for some in found.values())
        if number:
            held = ", ".join(f"{kind} {count}×" for kind, count in sorted(kinds.items()))
            self.withhold(f'{number} {"answer" if number == 1 else "answers"} to "{self.variable}"', held)
        return [one for one in answers if not found[one.respondent]]

    def withhold(self, what: str, held: str) -> None:
        """Tell that something was left out."""
        hint = "Read them here; --with-identifiers writes them all the same."
        message = f"Left out: {what}, for what points at one person ({held})."
        self.problems.append(WITHHELD.problem(Span(f"coding/{self.variable}.csv"), message, hint=hint))

    def piece(self, place: LaidAnswer, answer: OpenAnswer) -> Selection:
        """Give an answer as a piece of the text."""
        codings = list(self.fitting(answer))
        return Selection(
            guid=self.guids.of("answer", self.variable, answer.respondent),
            start=place.start,
            end=place.end,
            name=place.key,
            uses=tuple(use for coding in codings for use in self.uses(coding)),
            notes=tuple(guid for coding in codings for guid in self.note(coding, place.key)),
        )

    def fitting(self, answer: OpenAnswer) -> Iterator[Coding]:
        """Give what coders made of an answer, where they read the words that it has now."""
        for coding in self.by_respondent.get(answer.respondent, ()):
            strange = [code for code in coding.codes if code not in self.codes]
            if strange:
                message = f'The frame has no code "{strange[0]}"; the coding is left out.'
                hint = "Write it into the frame, or mend the line."
                self.problems.append(CODE_CONFLICT.problem(coding.span, message, hint=hint))
            elif coding.answer != answer.mark:
                hint = "Code it anew, or take the line away."
                message = f'"{coding.coder}" coded other words than the answer has now; that is left out.'
                self.problems.append(CHANGED_WORDS.problem(coding.span, message, hint=hint))
            else:
                self.names.add(coding.coder)
                yield coding

    def uses(self, coding: Coding) -> Iterator[CodeUse]:
        """Give the codes of a coding, or the one that says that none fits."""
        names = [("code", code) for code in coding.codes] or [("none fits", "")]
        for kind, code in names:
            parts = (self.variable, code) if code else (self.variable,)
            guid = self.guids.of("use", self.variable, coding.respondent, coding.coder, kind, code)
            yield CodeUse(guid, self.guids.of(kind, *parts), self.guids.of("coder", coding.coder))

    def note(self, coding: Coding, key: str) -> Iterator[str]:
        """Give the GUID of a coder's note, where there is one that may go along."""
        if not coding.note:
            return
        if not self.with_identifiers and find_identifiers(coding.note):
            self.withhold(f'a note of "{coding.coder}"', "in a note")
            return
        guid = self.guids.of("note", self.variable, coding.respondent, coding.coder)
        coder = self.guids.of("coder", coding.coder)
        self.notes.append(ProjectNote(guid, f"{key} {coding.coder}", coding.note, coder))
        yield guid
