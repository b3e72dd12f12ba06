"""What is forgotten of a sample when fieldwork is closed, and what is remembered of having done so."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.store.database import Database, transaction
from peil.store.sample import sample_rows as rows
from peil.store.sample.mark_rows import end_marks
from peil.store.sample.outbox import MailingElsewhere
from peil.store.sample.sample_problems import MAILING

LINKS_DESTROYED = "links destroyed on"


def forget_who_answered(database: Database, day: dt.date) -> None:
    """Forget all in the sample that says who has started or finished.

    Who had no reminder had finished, so the reminders go, and an invitation's day goes as far as it sets one
    person apart from another. Then the tables are written anew in the order of their keys: a row's place, and
    the transaction that wrote it, say who was noted together.

    Raises:
        StoreUnavailable: Not all is forgotten; it can be asked again.
    """
    with transaction(database):
        rows.forget_mails(database)
        end_marks(database, day)
        rows.put_setting(database, LINKS_DESTROYED, day.isoformat())
        rows.put_setting(database, rows.CLOSINGS, str(rows.closings(database) + 1))
    database.forget_order()


@contextmanager
def without_mailing(hold_mailing: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """Keep mailings out: one that goes on would make anew what is being destroyed.

    Raises:
        Unusable: One is under way.
    """
    with ExitStack() as held:
        try:
            held.enter_context(hold_mailing())
        except MailingElsewhere:
            message = "A mailing to this sample is under way, so nothing in the sample was destroyed."
            hint = "Wait until it is done, or stop peil invite or peil remind, and give the command again."
            raise Unusable([MAILING.problem(Span("sample"), message, hint=hint)]) from None
        yield
