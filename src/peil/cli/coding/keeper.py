"""What a desk's acts come to on disk, the same for the screen and for lines."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from peil.core.problem import Unusable
from peil.formats.codings_file import keep_codings
from peil.qual.desk import Change, Desk, accept, see, undo
from peil.qual.suggest import Example, Suggestion, examples_of, suggest


@dataclass
class Keeper:
    """Keeps each act before the next answer is shown.

    Args:
        study: The study's folder.
        desk: Where the coder is now.
        question: What was asked.
        codes: Code to its label.
        suggesting: Suggestions were asked for.
    """

    study: Path
    desk: Desk
    question: str
    codes: dict[str, str]
    suggesting: bool = False
    _suggested: dict[str, tuple[Suggestion, ...]] = field(default_factory=dict)

    def accept(self, *, group: bool = False) -> str:
        """Keep what was chosen; say so."""
        after, changes = accept(self.desk, group=group)
        codes = ", ".join(changes[0].codes) or "no code fits"
        told = f"Kept: {codes}." if len(changes) == 1 else f"Kept for {len(changes)} answers: {codes}."
        return self._keep(after, changes, told)

    def undo(self) -> str:
        """Take the last act back; say so."""
        after, changes = undo(self.desk)
        if not changes:
            return "There is nothing to undo."
        return self._keep(after, changes, "Undone.")

    def move(self, act: Callable[[Desk], Desk]) -> None:
        """Do something that keeps nothing."""
        self.desk = act(self.desk)

    def suggest(self) -> tuple[Suggestion, ...]:
        """Give suggestions for the answer, from the frame's examples and this coder's own codings."""
        if not self.suggesting:
            return ()
        answer = self.desk.answer
        if answer.mark not in self._suggested:
            coded = [
                Example(one.words, kept.codes)
                for one in self.desk.answers
                if one != answer and (kept := self.desk.kept(one))
            ]
            found = suggest(self.desk.frame, examples_of(self.desk.frame, coded), [answer.words])
            self._suggested[answer.mark] = found[0]
        return self._suggested[answer.mark]

    def _keep(self, after: Desk, changes: tuple[Change, ...], told: str) -> str:
        """Keep changes, and only then go on; where that can't be done, stay and say so."""
        try:
            kept = keep_codings(self.study, after.frame.variable, *changes)
        except (OSError, Unusable) as wrong:
            return f"NOT KEPT: {wrong}"
        self.desk = see(after, kept)
        self._suggested.clear()
        return told
