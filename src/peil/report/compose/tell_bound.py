"""Tell which bound words of a text disagree with the data, each with its sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from peil.core.problem import Problem
from peil.disclose.release import Release
from peil.report import bound_problems as bound_rules
from peil.report.compose.check_binding import bound_words, check_binding, standing_line
from peil.report.compose.check_proviso import problem_of_conditional, stands
from peil.report.compose.checker import Checker
from peil.report.compose.labels import Labels
from peil.report.compose.outcome import UNSAID
from peil.report.disagreement import Branch, Disagreement, Kind, Told
from peil.report.template.binding import Binding
from peil.report.template.template import Conditional, Line, NoteCall, Reference, Template, Words, lines_of
from peil.study.study import Study

END = re.compile(r"[.!?]['\"”’)]*\s+(?=\W*[A-Z\d])|\n")

Placed = Binding | Conditional | NoteCall
"""What may have something wrong with it."""


def tell_bound(study: Study, release: Release, template: Template) -> Told:
    """Tell the disagreements and the conditional texts of a text.

    Args:
        study: Names and labels.
        release: All numbers there are.
        template: The text.
    """
    teller = Teller(Checker(release, Labels(study, template.language)), template)
    for block in template.blocks:
        for line in lines_of(block):
            teller.tell(line)
    return Told(tuple(teller.disagreements), tuple(teller.branches))


@dataclass
class Teller:
    """Walks over a text; a footnote is told where it is first called."""

    checker: Checker
    template: Template
    disagreements: list[Disagreement] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    called: set[str] = field(default_factory=set)

    def tell(self, line: Line) -> None:
        """Tell a line, with what stands in its conditional texts and footnotes."""
        standing = tuple(self.standing(line))
        text, places = lay_out(standing)
        for place, what in places:
            if isinstance(what, Binding):
                self.tell_binding(what, sentence_at(text, place))
            elif isinstance(what, Conditional):
                self.tell_conditional(what, sentence_at(text, place))
            elif what.id not in self.called:
                self.called.add(what.id)
                self.tell(self.template.notes.get(what.id, ()))

    def standing(self, line: Line) -> Iterator[Words | Placed]:
        """Give what a line prints, each conditional before the text of it that stands."""
        for piece in line:
            if isinstance(piece.what, Reference):
                yield Words(f"{{@{piece.what.target}}}")
            else:
                yield piece.what
            if isinstance(piece.what, Conditional):
                yield from self.standing(standing_line(self.checker, piece.what))

    def tell_binding(self, binding: Binding, sentence: str) -> None:
        """Tell a binding that disagrees."""
        outcome, problem = check_binding(self.checker, binding)
        if problem is None:
            return
        if problem.code in UNSAID:
            kind, new = Kind.UNSAID, ""
        else:
            # A bracket in a label would end the words in the source too early.
            mended = "" if set(outcome.mended) & set("[]") else outcome.mended
            kind, new = Kind.CHANGED if mended else Kind.UNTRUE, mended or outcome.computed
        self.disagreements.append(Disagreement(kind, problem, sentence, binding.printed, new))

    def tell_conditional(self, conditional: Conditional, sentence: str) -> None:
        """Tell which text of a conditional stands, and whether that changed."""
        if conditional.proviso is None:
            return
        holds, outcome = stands(self.checker, conditional.proviso)
        known = None if outcome.rule else holds
        printed = bound_words(self.checker, conditional)
        self.branches.append(Branch(conditional.span, conditional.proviso.source, known, printed))
        problem = problem_of_conditional(self.checker, conditional)
        if problem:
            self.disagreements.append(disagreement_of(problem, conditional, sentence))


def disagreement_of(problem: Problem, conditional: Conditional, sentence: str) -> Disagreement:
    """Give the disagreement of a conditional text."""
    source = conditional.proviso.source if conditional.proviso else ""
    if problem.code != bound_rules.CHANGED_BRANCH.code:
        return Disagreement(Kind.UNSAID, problem, sentence, source, "")
    old, new = f"{source}; {problem.got}", f"{source}; {problem.expected}"
    return Disagreement(Kind.UNTRUE, problem, sentence, old, new)


def lay_out(pieces: tuple[Words | Placed, ...]) -> tuple[str, list[tuple[int, Placed]]]:
    """Give a line's text as printed, and where in it what is bound stands."""
    text, places = "", []
    for what in pieces:
        if not isinstance(what, Words):
            places.append((len(text), what))
        if isinstance(what, Words):
            text += what.text
        elif isinstance(what, Binding):
            text += what.printed
    return text, places


def sentence_at(text: str, place: int) -> str:
    """Give the sentence around a place."""
    starts = [0, *(found.end() for found in END.finditer(text))]
    start = max(one for one in starts if one <= place)
    end = min((one for one in starts if one > place), default=len(text))
    return " ".join(text[start:end].split())
