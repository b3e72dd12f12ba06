"""Codings of one question, taken over from a file: nothing is guessed, and nothing written over."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from peil.core.problem import Problem
from peil.core.span import Span
from peil.qual.exchange.answer_text import same_words
from peil.qual.exchange.found_answer import FoundAnswer
from peil.qual.exchange.study_guids import answer_key
from peil.qual.exchange_problems import CHANGED_WORDS, CODING_CONFLICT
from peil.qual.open_answers import OpenAnswer
from peil.study.coding import Coding, Codings


@dataclass
class AnswersTaker:
    """Takes over what a file's coders made of the answers to one question.

    Args:
        variable: Whose answers.
        place: What problems call the text.
        answers: The answers that the data hold.
        codings: What was made of them before.
        coder: Whose codings these become.
        ids: GUIDs of the file's codes to ids of the frame's.
        order: Ids of the frame's codes in its order.
        none: GUIDs of the code that says that none fits.
        single: An answer has one code at most.
        overwrite: What the file says stands above what this coder found before.
    """

    variable: str
    place: str
    answers: tuple[OpenAnswer, ...]
    codings: Codings
    coder: str
    ids: Mapping[str, str]
    order: tuple[str, ...]
    none: frozenset[str]
    single: bool = False
    overwrite: bool = False
    taken: list[Coding] = field(default_factory=list)
    same: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    """GUIDs of codes that the frame doesn't have, with how many answers are left out for them."""
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def take(self, found: Iterator[FoundAnswer]) -> None:
        """Take over all answers that can be."""
        known: dict[str, list[OpenAnswer]] = {}
        for answer in self.answers:
            known.setdefault(answer_key(self.variable, answer.respondent), []).append(answer)
        all_found = list(found)
        times = Counter(one.key for one in all_found)
        for one in all_found:
            holders = known.get(one.key, [])
            if len(holders) != 1 or times[one.key] > 1:
                self.changed(one, "is the mark of no answer, or of more than one")
                continue
            self.seen.add(one.key)
            if not same_words(one.words, holders[0].words):
                self.changed(one, "has other words here than in the data")
            elif one.codes:
                self.coded(one, holders[0])

    def coded(self, one: FoundAnswer, answer: OpenAnswer) -> None:
        """Take over one answer's codes."""
        missing = [code for code in one.codes if code not in self.ids and code not in self.none]
        if missing:
            self.unknown.update(missing)
            return
        given = {self.ids[code] for code in one.codes if code in self.ids}
        codes = tuple(code for code in self.order if code in given)
        if codes and self.none & set(one.codes):
            self.conflict(one, f"has {' and '.join(codes)}, and no code that fits")
        elif self.single and len(codes) > 1:
            self.conflict(one, f"has {' and '.join(codes)}, where the frame allows one code")
        else:
            self.compare(one, answer, codes)

    def compare(self, one: FoundAnswer, answer: OpenAnswer, codes: tuple[str, ...]) -> None:
        """Set the codes beside what this coder found before."""
        before = self.codings.of(answer.respondent, self.coder)
        note = " / ".join(one.notes)
        new = Coding(answer.respondent, self.coder, codes, answer.mark, note)
        if before is None or before.answer != answer.mark:  # a coding of other words says nothing of these
            self.taken.append(new)
        elif set(before.codes) == set(codes) and note in {"", " ".join(before.note.split())}:
            self.same += 1
        elif self.overwrite or (set(before.codes) == set(codes) and not before.note):
            self.taken.append(new)
        else:
            had = " and ".join(before.codes) or "no code"
            other = " and ".join(codes) or "no code"
            told = f"and {other} in the file" if had != other else "with another note in the file"
            hint = "Mend one of the two; --replace takes what the file says."
            message = f'"{self.coder}" gave this answer {had}, {told}.'
            self.problems.append(CODING_CONFLICT.problem(before.span, message, hint=hint))

    def conflict(self, one: FoundAnswer, what: str) -> None:
        """Tell an answer that the frame can't hold so."""
        hint = "Choose in the tool, and export anew."
        message = f"The answer [{one.key}] {what}."
        self.problems.append(CODING_CONFLICT.problem(self.at(one), message, hint=hint))

    def changed(self, one: FoundAnswer, what: str) -> None:
        """Tell an answer whose words can't be held to those of the data."""
        lost = "; its codes are left out" if one.codes else ""
        hint = "Put the words back in the tool, or code it here."
        self.problems.append(CHANGED_WORDS.problem(self.at(one), f"[{one.key}] {what}{lost}.", hint=hint))

    def at(self, one: FoundAnswer) -> Span:
        """Give the place of an answer in its text."""
        return Span(self.place, one.line, 1)

    @property
    def absent(self) -> int:
        """How many answers of the data the file doesn't hold."""
        return len(self.answers) - len(self.seen)
