"""Sends a mailing: each person at most once, whatever the server does and wherever the program ends."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from email.message import EmailMessage

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.mail.fate import Fate
from peil.mail.mail_problems import MAIL_STOPPED
from peil.mail.message import NoAddress
from peil.mail.pace import Pace
from peil.mail.post import Lost, Post
from peil.mail.sent import Sent
from peil.store.sample.outbox import Outbox
from peil.store.sample.person import Person
from peil.store.sample.posting import Posting

TRIES = 3
"""How often a mail is offered in a row when the connection breaks before it was handed over."""
ENOUGH = {Fate.FAILED: 3, Fate.BOUNCED: 10}
"""So many refusals in a row are no fault of these mails or addresses any more."""

Write = Callable[[Posting], EmailMessage]
Progress = Callable[[int, int, int], None]
"""Is told how many are dealt with, how many there are, and how many are to be tried again later."""


def untold(_done: int, _planned: int, _waiting: int) -> None:
    """Show no progress."""


class Mailing:
    """One run of a mailing.

    Args:
        outbox: Where it is noted what was handed over, before and after.
        name: Which mail it is, as the outbox knows it.
        day: Today.
        write: Gives a person's message; NoAddress where theirs can't be one.
        post: The connection.
        pace: How fast, and how long to wait.
    """

    def __init__(self, outbox: Outbox, name: str, day: dt.date, write: Write, post: Post, pace: Pace) -> None:
        self._outbox = outbox
        self._name = name
        self._day = day
        self._write = write
        self._post = post
        self._pace = pace
        self._fates: Counter[Fate] = Counter()
        self._passed = 0
        self._row: tuple[Fate, int] = (Fate.SENT, 0)

    def send(self, people: Sequence[Person], progress: Progress = untold) -> Sent:
        """Send to people in their order; whose server asks for it, is tried again at the end.

        What is found wrong with the server or the sender ends it, and stands among the problems; so does
        ``pace.stopping``, without a problem.
        """
        problems: tuple[Problem, ...] = ()
        waiting: list[Person] = []
        try:
            waiting = self._round(people, len(people), progress)
            for seconds in self._pace.again:
                if not waiting or not self._pace.wait(seconds):
                    break
                self._fates[Fate.DEFERRED] -= len(waiting)
                again, waiting = waiting, []
                waiting = self._round(again, len(people), progress)
        except Lost:
            pass  # someone wants to stop
        except Unusable as stop:
            problems = stop.problems
        left = len(people) - self._passed - sum(self._fates.values())
        return Sent(+self._fates, self._passed, left, problems)

    def _round(self, people: Sequence[Person], planned: int, progress: Progress) -> list[Person]:
        """Mail each once; give those whose server asks to come back later."""
        waiting: list[Person] = []
        for person in people:
            if not self._pace.wait_for_turn():
                break
            if self._mail(person) is Fate.DEFERRED:
                waiting.append(person)
            dealt = self._passed + sum(self._fates.values())
            progress(dealt - len(waiting), planned, len(waiting))
        return waiting

    def _mail(self, person: Person) -> Fate | None:
        """Mail one person; give what became of it, or None when there was nothing to mail."""
        self._post.connect()  # before it is noted: what isn't noted can't be unknown
        posting = self._outbox.take(person.id, self._name, self._day)
        if posting is None:
            self._passed += 1
            return None
        try:
            message = self._write(posting)
        except NoAddress:
            self._outbox.bounced(posting)
            self._fates[Fate.BOUNCED] += 1
            return Fate.BOUNCED
        except BaseException:
            self._outbox.failed(posting)
            raise
        fate = self._offer(posting, message)
        if fate is not Fate.FAILED:
            self._fates[fate] += 1
        self._count_row(fate)
        return fate

    def _offer(self, posting: Posting, message: EmailMessage) -> Fate:
        """Offer a mail until the server has answered, and note the answer."""
        sender = message["From"].addresses[0].addr_spec
        recipient = message["To"].addresses[0].addr_spec
        fate = Fate.DEFERRED
        try:
            for _ in range(TRIES):
                try:
                    fate = self._post.offer(message, sender, recipient)
                    break
                except Lost:
                    self._post.connect()
        except (Lost, Unusable):
            self._outbox.failed(posting)
            raise
        self._note(posting, fate)
        return fate

    def _note(self, posting: Posting, fate: Fate) -> None:
        """Note what became of a mail; one whose fate nobody knows stays noted as being sent."""
        if fate is Fate.SENT:
            self._outbox.sent(posting)
        elif fate is Fate.DEFERRED:
            self._outbox.deferred(posting)
        elif fate is Fate.BOUNCED:
            self._outbox.bounced(posting)
        elif fate is Fate.FAILED:
            self._outbox.failed(posting)

    def _count_row(self, fate: Fate) -> None:
        """Stop where the server refuses one after the other."""
        before, number = self._row
        self._row = (fate, number + 1 if fate is before else 1)
        if self._row[1] >= ENOUGH.get(fate, self._row[1] + 1):
            message = f"The mail server refused {self._row[1]} mails in a row."
            hint = "Look at what it holds against them: its log, the sender, the text, the list."
            raise Unusable([MAIL_STOPPED.problem(Span("mail"), message, hint=hint)])
