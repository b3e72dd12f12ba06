"""Checks that an anonymous study invites enough people for nobody to be alone."""

from collections import Counter
from collections.abc import Iterator

from peil.core.problem import Problem
from peil.core.span import Span
from peil.mail.mail_problems import FEW_IN_LANGUAGE, TOO_FEW
from peil.mail.mail_round import MailRound
from peil.mail.template import Kind
from peil.store.mark import LEAST_TOGETHER
from peil.study.fielding import Privacy
from peil.study.study import Study


def check_size(study: Study, planned: MailRound) -> tuple[Problem, ...]:
    """Give what makes answers of an anonymous study tell whose they are, however they are kept."""
    mode, kind = study.fielding.privacy, planned.kind
    if mode is not Privacy.ANONYMOUS or kind is not Kind.INVITATION or not planned.people:
        return ()
    return tuple(_too_small(planned))


def _too_small(planned: MailRound) -> Iterator[Problem]:
    """Give the whole, or else each language, that holds too few."""
    languages = Counter(planned.languages()) + Counter(planned.invited)
    if languages.total() < LEAST_TOGETHER:
        message = f"This would leave {_people(languages.total())} invited in all."
        hint = f"Invite {LEAST_TOGETHER} or more at once, or begin a study that is confidential and says so."
        yield TOO_FEW.problem(Span("sample"), message, hint=hint)
        return
    for language, number in sorted(languages.items()):
        if number < LEAST_TOGETHER:
            message = f'This would leave {_people(number)} invited in the language "{language}".'
            hint = "Invite more of them, or all in a language that more people have."
            yield FEW_IN_LANGUAGE.problem(Span("sample"), message, hint=hint)


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
