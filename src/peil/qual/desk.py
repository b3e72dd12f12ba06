"""A coder at work: which answer lies before them, what they have chosen so far, and what was done before.

Nothing here reads or writes: each act gives the desk as it is then, and where something is to be kept also
the changes that ``keep_codings`` takes. A screen in a terminal and one in a browser share it.
"""

from dataclasses import dataclass, replace

from peil.data.final_codes import in_order
from peil.qual.agreement import current_codings, is_current
from peil.qual.groups import AnswerGroup, group_of
from peil.qual.open_answers import OpenAnswer
from peil.qual.search import search
from peil.study.coding import FINAL, Coding, Codings
from peil.study.coding_frame import CodingFrame

Change = Coding | tuple[str, str]


@dataclass(frozen=True)
class Desk:
    """One coder's place of work.

    Args:
        frame: What is coded by.
        coder: Who codes.
        answers: What is to be coded, in this coder's order.
        codings: What was kept, of all coders.
        groups: Answers that are nearly the same.
        at: Which answer lies before the coder.
        chosen: Codes chosen for it, in the frame's order; not kept yet.
        note: The note beside it, likewise.
        before: For each act that was kept, what stood there before, so that it can be undone.
    """

    frame: CodingFrame
    coder: str
    answers: tuple[OpenAnswer, ...]
    codings: Codings
    groups: tuple[AnswerGroup, ...] = ()
    at: int = 0
    chosen: tuple[str, ...] = ()
    note: str = ""
    before: tuple[tuple[int, tuple[Change, ...]], ...] = ()

    @property
    def answer(self) -> OpenAnswer:
        """The answer that lies before the coder."""
        return self.answers[self.at]

    @property
    def group(self) -> tuple[OpenAnswer, ...]:
        """The answers nearly the same as this one, itself first, that this coder hasn't coded."""
        others = group_of(self.answer, self.groups).answers
        left = tuple(one for one in others if one != self.answer and self.kept(one) is None)
        return (self.answer, *left)

    @property
    def left(self) -> int:
        """Number of answers that this coder hasn't coded."""
        return sum(self.kept(one) is None for one in self.answers)

    def kept(self, answer: OpenAnswer) -> Coding | None:
        """Give what this coder made of an answer as it is now, or None."""
        found = self.codings.of(answer.respondent, self.coder)
        return found if found and is_current(self.frame, found, answer) else None

    def others(self) -> dict[str, tuple[str, ...]]:
        """Give what each coder made of the answer: for who decides, and nobody else."""
        return current_codings(self.frame, self.codings, self.answer) if self.coder == FINAL else {}


def open_desk(desk: Desk) -> Desk:
    """Begin at the first answer that isn't coded."""
    return to_uncoded(go_to(desk, 0), from_here=True)


def go_to(desk: Desk, place: int) -> Desk:
    """Take another answer, as it was coded before; beyond either end, the one at that end."""
    at = max(0, min(place, len(desk.answers) - 1))
    kept = desk.kept(desk.answers[at])
    chosen, note = (in_order(desk.frame, kept.codes), kept.note) if kept else ((), "")
    return replace(desk, at=at, chosen=chosen, note=note)


def to_uncoded(desk: Desk, *, from_here: bool = False) -> Desk:
    """Take the next answer that isn't coded, after the last one the first; where there is none, stay."""
    number = len(desk.answers)
    for step in range(0 if from_here else 1, number + (not from_here)):
        place = (desk.at + step) % number
        if desk.kept(desk.answers[place]) is None:
            return go_to(desk, place)
    return desk


def find_next(desk: Desk, sought: str) -> Desk | None:
    """Take the next answer that holds the words, after the last one the first; None where no answer does."""
    found = {one.respondent for one in search(desk.answers, sought)}
    number = len(desk.answers)
    for step in range(1, number + 1):
        place = (desk.at + step) % number
        if desk.answers[place].respondent in found:
            return go_to(desk, place)
    return None


def toggle(desk: Desk, code: str) -> Desk:
    """Choose a code, or take it back; where an answer has one code, it takes the other's place."""
    if code in desk.chosen:
        return replace(desk, chosen=tuple(one for one in desk.chosen if one != code))
    chosen = {code} if desk.frame.single else {*desk.chosen, code}
    return replace(desk, chosen=in_order(desk.frame, tuple(chosen)))


def write_note(desk: Desk, note: str) -> Desk:
    """Put a note beside the answer, kept with its codes."""
    return replace(desk, note=" ".join(note.split()))


def accept(desk: Desk, *, group: bool = False) -> tuple[Desk, tuple[Coding, ...]]:
    """Find that the chosen codes are those of the answer (of none chosen: that none fits), and go on.

    Args:
        desk: The desk.
        group: Give them to the answers that are nearly the same too, those that are not coded yet.

    Returns:
        The desk at the next answer, and what is to be kept.
    """
    coded = desk.group if group else (desk.answer,)
    found = tuple(
        Coding(one.respondent, desk.coder, desk.chosen, one.mark, desk.note if one == desk.answer else "")
        for one in coded
    )
    stood = tuple(_as_it_stood(desk, one.respondent) for one in coded)
    after = replace(_with(desk, found), before=(*desk.before, (desk.at, stood)))
    following = after.at + 1
    return (go_to(after, following) if following < len(after.answers) else go_to(after, after.at)), found


def undo(desk: Desk) -> tuple[Desk, tuple[Change, ...]]:
    """Take the last act back that was kept; nothing happens where there is none.

    Returns:
        The desk at the answer of that act, and what is to be kept in its place.
    """
    if not desk.before:
        return desk, ()
    at, stood = desk.before[-1]
    return go_to(replace(_with(desk, stood), before=desk.before[:-1]), at), stood


def see(desk: Desk, codings: Codings) -> Desk:
    """Take over what is on disk now: others may have coded meanwhile."""
    return replace(desk, codings=codings)


def _as_it_stood(desk: Desk, respondent: str) -> Change:
    return desk.codings.of(respondent, desk.coder) or (respondent, desk.coder)


def _with(desk: Desk, changes: tuple[Change, ...]) -> Desk:
    by_place = dict(desk.codings.by_place)
    for one in changes:
        if isinstance(one, Coding):
            by_place[one.respondent, one.coder] = one
        else:
            by_place.pop(one, None)
    return replace(desk, codings=Codings(desk.codings.variable, by_place))
