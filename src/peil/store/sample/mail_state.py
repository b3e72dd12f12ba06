"""What becomes of a mail."""

from enum import StrEnum

INVITATION = "invitation"


def reminder(number: int) -> str:
    """Give the name of a reminder's mailing; they are counted from 1."""
    return f"reminder-{number}"


class MailState(StrEnum):
    """What became of one mail to one person."""

    SENDING = "sending"  # being handed to the server; after a crash: unknown
    SENT = "sent"  # the server took it
    DEFERRED = "deferred"  # the server asked to come back later
    FAILED = "failed"  # it couldn't be handed over, for no fault of the address
    BOUNCED = "bounced"  # the server refuses the address for good


HANDED_OVER = frozenset({MailState.SENDING, MailState.SENT, MailState.BOUNCED})
"""In these states the same mailing isn't sent to the person again."""
