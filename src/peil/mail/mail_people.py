"""A mailing from plan to outcome."""

import datetime as dt
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field

from pyrage import x25519

from peil.core.problem import Problem, Unusable, has_errors
from peil.core.span import Span
from peil.mail.check_size import check_size
from peil.mail.check_templates import check_with_people
from peil.mail.fate import Fate
from peil.mail.mail_problems import BUSY, UNKNOWN_FATE
from peil.mail.mail_round import MailRound
from peil.mail.mailed import Mailed
from peil.mail.mailing import Mailing, Progress, untold
from peil.mail.pace import Pace
from peil.mail.post import Post
from peil.mail.sent import Sent
from peil.mail.show_example import show_example
from peil.mail.smtp_account import SmtpAccount
from peil.mail.templates import Templates
from peil.mail.writer import Writer
from peil.store.sample.outbox import MailingElsewhere, Outbox
from peil.store.sample.person import NewPerson, Person
from peil.store.sample.sample import Sample, unsealed
from peil.study.study import Study


@dataclass(frozen=True)
class Sending:
    """With what a mailing is sent.

    Args:
        account: The mail server.
        pace: How fast, and how long to wait.
        retry_unknown: Mail those again whose mail may have arrived when an earlier run was cut off.
        progress: Is told how far it is.
        before_opening: Mail also while the survey that the links lead to isn't open yet.
    """

    account: SmtpAccount
    pace: Pace = field(default_factory=Pace)
    retry_unknown: bool = False
    progress: Progress = untold
    before_opening: bool = False


class MailPeople:
    """A mailing of one study to its sample.

    Args:
        study: The study, ready to be mailed about.
        templates: Its mails.
        identities: Private keys, for a sealed sample.
        day: Today.
        remarks: What deserves a look besides, and is told with what became of it.
    """

    def __init__(
        self,
        study: Study,
        templates: Templates,
        identities: Sequence[x25519.Identity],
        day: dt.date,
        remarks: tuple[Problem, ...] = (),
    ) -> None:
        self._study = study
        self._templates = templates
        self.identities = identities
        self.day = day
        self._remarks = remarks

    def preview(self, planned: MailRound) -> Mailed:
        """Say what would be sent, and change nothing.

        Raises:
            Unusable: It can't be: texts or values lack.
        """
        self._demand(planned)
        return self._told(planned, Sent(left=len(planned.people)), planned.unknown)

    def send(
        self,
        sample: Sample,
        plan: Callable[[], MailRound],
        sending: Sending,
        listed: Sequence[NewPerson] = (),
        finished: Container[str] = frozenset(),
    ) -> Mailed:
        """Send it, to who of the list isn't in the sample yet as well.

        Args:
            sample: The sample.
            plan: Plans it from the sample as it is.
            sending: With what.
            listed: The list, without problems.
            finished: Holds the ids of who has finished, and isn't mailed any more.

        Raises:
            Unusable: It can't be: texts or values lack, or another process is mailing.
        """
        planned = plan()
        self._demand(planned)  # before anybody is added
        try:
            with sample.mailing(finished) as outbox:
                if listed:
                    sample.add(listed, self.identities)
                if sending.retry_unknown:
                    outbox.retry_unknown(planned.kind.value)
                planned = plan()
                self._demand(planned)
                sent = self._send(planned, outbox, sending)
                unknown = len(outbox.unknown(planned.kind.value))
        except MailingElsewhere:
            hint = "Wait until it is done: nobody is mailed twice by giving the command again."
            raise Unusable([BUSY.problem(Span("sample"), BUSY.summary, hint=hint)]) from None
        return self._told(planned, sent, unknown)

    def _send(self, planned: MailRound, outbox: Outbox, sending: Sending) -> Sent:
        if not planned.people:
            return Sent()
        writer = Writer(self._study, self._templates, planned.kind, self._unseal)
        pace = sending.pace
        with Post(sending.account, pace.reconnect, pace.stopping) as post:
            mailing = Mailing(outbox, planned.kind.value, self.day, writer.write, post, pace)
            return mailing.send(planned.people, sending.progress)

    def _unseal(self, person: Person) -> Person:
        return unsealed(person, self.identities)

    def _demand(self, planned: MailRound) -> None:
        found = (
            *check_with_people(self._study, self._templates, planned),
            *check_size(self._study, planned),
        )
        if has_errors(found):
            raise Unusable(found)

    def _told(self, planned: MailRound, sent: Sent, unknown: int) -> Mailed:
        languages = planned.languages()
        most = max(languages, key=lambda one: languages[one], default="")
        return Mailed(
            planned=len(planned.people),
            sent=sent.fates.get(Fate.SENT, 0),
            bounced=sent.fates.get(Fate.BOUNCED, 0),
            deferred=sent.fates.get(Fate.DEFERRED, 0),
            unknown=unknown,
            left=sent.left,
            erased=planned.erased,
            languages=languages,
            strata=planned.strata(),
            example=show_example(self._study, self._templates, planned.kind, most) if most else "",
            not_mailed=planned.told_passed(),
            batch=planned.batch,
            problems=(
                *self._remarks,
                *check_size(self._study, planned),
                *sent.problems,
                *_unknown(unknown),
            ),
        )


def _unknown(number: int) -> tuple[Problem, ...]:
    if not number:
        return ()
    many = "1 mail may have arrived or not" if number == 1 else f"{number} mails may have arrived or not"
    hint = "See the mail server's log; --retry-unknown sends again, and some people may get two."
    return (UNKNOWN_FATE.problem(Span("sample"), f"{many}.", hint=hint),)
