"""What of a questionnaire is shown: in which language, and for which roles."""

from dataclasses import dataclass
from functools import cached_property

from peil.report.compose.labels import Labels
from peil.report.compose.proved import Proved
from peil.report.compose.show_phrases import say_shown
from peil.report.route_map import Stop
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
