"""The outbox: what is mailed to whom, so that no crash mails anyone twice or leaves anyone out unseen.

How a mailing goes::

    with sample.mailing() as outbox:  # one process at a time; raises MailingElsewhere
        for person in sample.to_invite():  # or sample.to_remind(number, today, ...)
            posting = outbox.take(person.id, INVITATION, today)
            if posting is None:  # has had it meanwhile, or wants no mail any more
                continue
            ...  # make the message with posting.token and posting.person.leave_key, hand it to the server
            outbox.sent(posting)  # or deferred, failed, bounced

``INVITATION`` and ``reminder(number)`` are in ``mail_state.py``, ``Posting`` in ``posting.py``.

``take`` is synced before it returns. So who is found ``sending`` when nobody is mailing was being mailed when
the machine stopped, and may have got it or not: *unknown*. They are passed over until ``retry_unknown``.

A posting may be tried several times between ``take`` and its outcome, as long as the server is known not to
have accepted it. When a connection is lost after the message was sent and before the server answered, note no
outcome: it is unknown then too. ``deferred`` and ``failed`` ones are taken again by a later mailing; in an
anonymous study with a fresh token, for the first one was kept nowhere, and is void.
"""

import datetime as dt
from collections.abc import Callable, Container
from threading import Lock

from peil.interview.code import new_code, sample_key
from peil.store.database import Database, transaction
from peil.store.sample import sample_rows as rows
from peil.store.sample.mail_state import HANDED_OVER, INVITATION, MailState
from peil.store.sample.person import Person
from peil.store.sample.posting import Posting


class MailingElsewhere(Exception):  # noqa: N818 - a state of the sample, named as the operator knows it
    """Another process is mailing from this sample."""


class Outbox:
    """What ``Sample.mailing`` gives. Safe to use from several threads; each call is one synced transaction.

    Every method raises StoreUnavailable when the sample can't be used now.

    Args:
        database: The sample database.
        turn: Held while it is used.
        closings: How often fieldwork had been closed when whoever is mailing saw that it was open.
        own_token: Gives the token that a person keeps through all mails, synced; None where there is none and
            each mail has a fresh one.
        finished: Holds the ids of who has finished; asked right before each mail.
    """

    def __init__(
        self,
        database: Database,
        turn: Lock,
        closings: int,
        own_token: Callable[[str], str] | None,
        finished: Container[str] = frozenset(),
    ) -> None:
        self._database = database
        self._turn = turn
        self._closings = closings
        self._own_token = own_token
        self._finished = finished

    def take(self, person: str, mailing: str, day: dt.date) -> Posting | None:
        """Note that a person is being mailed, and give what the mail needs.

        None when this mailing was handed over already, when what became of it isn't known, or when the person
        is gone, has finished or wants no mail. Nobody is mailed either once fieldwork was closed after the
        sample was opened: a link would be made that nothing destroys. Reopened, it takes a new mailing.

        Confidential: the token is the person's own, the same in every mail. Anonymous: a fresh one; its hash
        is kept in the same transaction, and it voids the one before once it was sent. There is none for a
        reminder to who is known to have begun.
        """
        if person in self._finished:  # before the turn, which it takes itself
            return None
        with self._turn:
            if self._mailable(person, mailing) is None:
                return None
            # The link is kept first: should the machine stop in between, the next mail has the same.
            token = self._own_token(person) if self._own_token else ""
            with transaction(self._database):
                rows.lock_person(self._database, person)
                found = self._mailable(person, mailing)
                if found is None:
                    return None
                if token:
                    rows.set_key(self._database, person, sample_key(token))
                elif not found.started:
                    token = new_code()
                    rows.set_fresh_key(self._database, person, sample_key(token))
                rows.put_mail(self._database, person, mailing, MailState.SENDING, day)
            return Posting(found, mailing, token)

    def sent(self, posting: Posting) -> None:
        """Note that the server took it."""
        self._end(posting, MailState.SENT)

    def deferred(self, posting: Posting) -> None:
        """Note that the server asked to come back later (4xx), and didn't take it."""
        self._end(posting, MailState.DEFERRED)

    def failed(self, posting: Posting) -> None:
        """Note that it wasn't taken, for no fault of the address: a later mailing tries again."""
        self._end(posting, MailState.FAILED)

    def bounced(self, posting: Posting) -> None:
        """Note that the server refuses the address for good (5xx on the recipient): no mail goes there."""
        self._end(posting, MailState.BOUNCED)

    def unknown(self, mailing: str) -> list[Person]:
        """Give who was being mailed when an earlier mailing was cut off, sorted by id.

        It gives those too whose posting has been taken now and has no outcome yet: ask before or after.
        """
        with self._turn:
            ids = rows.in_state(self._database, mailing, MailState.SENDING)
            parts = [ids[start : start + rows.TOGETHER] for start in range(0, len(ids), rows.TOGETHER)]
            return [person for part in parts for person in rows.read_persons(self._database, part)]

    def retry_unknown(self, mailing: str) -> int:
        """Have those whose mail is unknown mailed again, at the risk of a second mail; give how many."""
        with self._turn, transaction(self._database):
            ids = rows.in_state(self._database, mailing, MailState.SENDING)
            for person in ids:
                rows.end_mail(self._database, person, mailing, MailState.DEFERRED)
            return len(ids)

    def _mailable(self, person: str, mailing: str) -> Person | None:
        if rows.closings(self._database) != self._closings:
            return None
        found = rows.find_person(self._database, "id", person)
        if found is None or not found.wants_mail or found.done:
            return None
        if mailing == INVITATION and found.started:  # it arrived, then
            return None
        return None if found.mails.get(mailing) in HANDED_OVER else found

    def _end(self, posting: Posting, state: MailState) -> None:
        with self._turn, transaction(self._database):
            rows.end_mail(self._database, posting.person.id, posting.mailing, state)
            rows.end_fresh_key(self._database, posting.person.id, arrived=state is MailState.SENT)
            if state is MailState.BOUNCED:
                rows.mark(self._database, "bounced", [posting.person.id])
