"""What became of one mail that was offered to a server."""

from enum import StrEnum


class Fate(StrEnum):
    """What the server made of one mail."""

    SENT = "sent"  # it took it
    DEFERRED = "deferred"  # it asks to come back later
    BOUNCED = "bounced"  # it refuses the address for good
    FAILED = "failed"  # it refuses the mail for another reason; nothing is known against the address
    UNKNOWN = "unknown"  # the connection broke after the mail was handed over, before the answer


def fate_at_recipient(code: int, text: bytes) -> Fate:
    """Give what an answer to RCPT TO means; ``SENT`` says to go on.

    A refusal by policy (530, 5.7.x: log in first, no relaying) says nothing of the address.
    """
    if 200 <= code < 300:
        return Fate.SENT
    if code < 500:
        return Fate.DEFERRED
    by_policy = code in {503, 530, 535} or text.startswith(b"5.7.")
    return Fate.FAILED if by_policy else Fate.BOUNCED


def fate_at_data(code: int) -> Fate:
    """Give what an answer to DATA means; ``SENT`` says to go on."""
    if code == 354:
        return Fate.SENT
    return Fate.FAILED if code >= 500 else Fate.DEFERRED


def fate_at_text(code: int, text: bytes) -> Fate:
    """Give what an answer to the whole mail means: a refusal is mostly of the text.

    What is no answer leaves it open.
    """
    if 200 <= code < 300:
        return Fate.SENT
    if 400 <= code < 500:
        return Fate.DEFERRED
    if code < 500:
        return Fate.UNKNOWN
    return Fate.BOUNCED if text.startswith((b"5.1.", b"5.2.1")) else Fate.FAILED
