"""What of a questionnaire is shown: in which language, and for which roles."""

from dataclasses import dataclass
from functools import cached_property

from peil.report.compose.labels import Labels
from peil.report.compose.proved import Proved
from peil.report.compose.show_phrases import say_shown
from peil.report.route_map import Stop
from peil.study.asked import asked_of_question, within_sections
from peil.study.expr.tree import Expr
from peil.study.proof.reach import Reach
from peil.study.question import EarlyEnd, Question
from peil.study.route import End
from peil.study.study import Study
from peil.study.text import Text, Wording

STOPS = {Reach.NEVER: Stop.NEVER, Reach.SOMETIMES: Stop.SOMETIMES, Reach.ALWAYS: Stop.ALWAYS}


@dataclass(frozen=True)
class View:
    """A study's questionnaire as one document shows it.

    Args:
        proved: The study, and what is proved of its route.
        language: Language code.
        role: The one role that is shown; empty: all of them.
    """

    proved: Proved
    language: str
    role: str = ""

    @property
    def study(self) -> Study:
        """The study."""
        return self.proved.study

    @cached_property
    def labels(self) -> Labels:
        """Names in the language."""
        return Labels(self.study, self.language)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The roles shown, in their order."""
        return (self.role,) if self.role else tuple(role.id for role in self.study.roles)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that someone in a role shown can be asked, as printed; notices among them."""
        everything = self.study.questionnaire.questions
        return tuple(question for question in everything if self.roles_of(question))

    @cached_property
    def said_once(self) -> frozenset[str]:
        """The sections whose condition is said under their heading, and not again at each question.

        Not where questions of another section are asked at its end: on the map these stand under its heading.
        """
        sections = self.study.questionnaire.sections
        return frozenset(one.id for one in sections if one.condition and self._says_once(one.id))

    def _says_once(self, section: str) -> bool:
        held = [one for one in self.questions if one.section == section and not one.later]
        strange = any(one.later == section != one.section for one in self.questions)
        needless = self.role and any(self.stop(self.role, one) is Stop.ALWAYS for one in held)
        return len(held) > 1 and not strange and not needless

    @cached_property
    def _within(self) -> Study:
        return within_sections(self.study, self.said_once)

    def section_told(self, section: str) -> str:
        """Say for whom a section is; empty where its questions say so themselves."""
        known = self.study.questionnaire.sections_by_id.get(section)
        if section not in self.said_once or known is None or known.condition is None:
            return ""
        return self.say("section_for", who=self.labels.told(known.condition.tree))

    def asked_within(self, question: Question) -> Expr | None:
        """Give who is asked a question, of those whom its section is for; None where that isn't said once.

        What is asked later tells all that holds for it: on the map it may stand under another section.
        """
        if question.later or question.section not in self.said_once:
            return None
        return asked_of_question(self._within, question)

    def say(self, key: str, **values: object) -> str:
        """Give a phrase in the language."""
        return say_shown(self.language, key, **values)

    def role_name(self, role: str) -> str:
        """Give a role's label; without roles the word for everyone."""
        known = next((one for one in self.study.roles if one.id == role), None)
        if known is None or len(self.study.roles) == 1:
            return self.say("everyone")
        return known.wording.plain(self.language) or role

    def stop(self, role: str, question: Question) -> Stop:
        """Say whether those in a role are asked a question; of a repeat, any of its askings."""
        steps = [step.id for step in self.study.route.steps if step.question == question.id]
        found = {STOPS[self.proved.reach[role, step]] for step in steps}
        return next((stop for stop in (Stop.ALWAYS, Stop.SOMETIMES) if stop in found), Stop.NEVER)

    def roles_of(self, question: Question) -> tuple[str, ...]:
        """Give the roles shown in which a question can be asked."""
        return tuple(role for role in self.roles if self.stop(role, question) is not Stop.NEVER)

    def can_leave(self, role: str, question: Question, end: EarlyEnd) -> bool:
        """Say whether someone in a role can come to an early end after a question."""
        steps = {step.id for step in self.study.route.steps if step.question == question.id}
        places = (
            place
            for place, entry in enumerate(self.study.route.entries)
            if isinstance(entry, End) and entry.after in steps
            if entry.condition is end.condition.tree and entry.outcome == end.outcome
        )
        return any((role, place) in self.proved.leaving for place in places)

    def text(self, wording: Wording, role: str) -> Text | None:
        """Give the text that a role reads."""
        return wording.text(self.language, role)
