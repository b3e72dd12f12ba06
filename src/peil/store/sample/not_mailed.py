"""Why somebody in the sample isn't mailed: the one place that decides who is."""

import datetime as dt
from collections.abc import Container
from enum import StrEnum

from peil.store.sample.mail_state import HANDED_OVER, INVITATION, MailState, reminder
from peil.store.sample.person import Person


class NotMailed(StrEnum):
    """Why a person isn't mailed now; of several reasons the first one in this order is told."""

    BOUNCED = "bounced"  # the address takes no mail
    WANTS_NONE = "wants_none"  # left the mailing list, or doesn't want to take part
    NOT_INVITED = "not_invited"  # no reminder without an invitation that is known to have been taken
    UNKNOWN = "unknown"  # this very mail may have arrived or not
    HAD = "had"  # this very mail was sent
    TOO_EARLY = "too_early"  # the latest mail was sent too recently
    BEGUN = "begun"  # no invitation to who is known to have begun: it arrived, then
    FINISHED = "finished"


OF_ANSWERS = frozenset({NotMailed.BEGUN, NotMailed.FINISHED})
"""These say something of who took part; the others of mail alone, which is why they come first."""


def why_not_invited(person: Person) -> NotMailed | None:
    """Give why a person isn't to be invited, or None for who is."""
    if unreachable := _unreachable(person):
        return unreachable
    if handed_over := _handed_over(person, INVITATION):
        return handed_over
    if person.done:
        return NotMailed.FINISHED
    return NotMailed.BEGUN if person.started else None


def why_not_reminded(
    person: Person, number: int, latest: dt.date, finished: Container[str]
) -> NotMailed | None:
    """Give why a person isn't to get a reminder now, or None for who is.

    Args:
        person: Somebody in the sample.
        number: Which reminder, from 1.
        latest: Who was last mailed later than on this day waits.
        finished: Holds the ids of who has finished; an anonymous study knows some by their mark.
    """
    if unreachable := _unreachable(person):
        return unreachable
    if person.mails.get(INVITATION) is not MailState.SENT:
        return NotMailed.NOT_INVITED
    if handed_over := _handed_over(person, reminder(number)):
        return handed_over
    if person.mailed_on is None or person.mailed_on > latest:
        return NotMailed.TOO_EARLY
    return NotMailed.FINISHED if person.done or person.id in finished else None


def _unreachable(person: Person) -> NotMailed | None:
    if person.bounced:
        return NotMailed.BOUNCED
    return None if person.wants_mail else NotMailed.WANTS_NONE


def _handed_over(person: Person, mailing: str) -> NotMailed | None:
    state = person.mails.get(mailing)
    if state is MailState.SENDING:
        return NotMailed.UNKNOWN
    return NotMailed.HAD if state in HANDED_OVER else None
