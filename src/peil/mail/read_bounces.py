"""Addresses that mail came back from, read from delivery reports or from a list."""

import csv
import io
import mailbox
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.mail.mail_problems import UNREADABLE_BOUNCES

_MBOX = b"From "
_TYPE = "message/delivery-status"


def read_bounces(path: Path) -> frozenset[str]:
    """Read addresses, in lower case, that refuse mail for good.

    Args:
        path: A CSV file with addresses in its first column; or a mailbox (mbox) or single message with
            delivery reports as RFC 3464 has them. Reports of delays, and of what may pass (4.x.x), are left.

    Raises:
        Unusable: Nothing of the kind can be read from it.
        OSError: It can't be read at all.
    """
    data = path.read_bytes()
    if path.suffix.lower() == ".csv":
        found = frozenset(_listed(data.decode("utf-8-sig", "replace")))
    elif data.startswith(_MBOX):
        box = mailbox.mbox(path, create=False)
        try:
            found = frozenset(address for message in box for address in _reported(message))
        finally:
            box.close()
    else:
        found = frozenset(_reported(message_from_bytes(data)))
    if not found:
        hint = "Give a CSV file named .csv, or the mailbox to which the reports came."
        problem = UNREADABLE_BOUNCES.problem(Span(str(path)), UNREADABLE_BOUNCES.summary, hint=hint)
        raise Unusable([problem])
    return found


def _listed(text: str) -> Iterator[str]:
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        if cells and "@" in cells[0]:
            yield cells[0].strip().lower()


def _reported(message: Message) -> Iterator[str]:
    for part in message.walk():
        if part.get_content_type() != _TYPE:
            continue
        about = part.get_payload()
        for block in about if isinstance(about, list) else ():
            if isinstance(block, Message):
                yield from _refused(block)


def _refused(block: Message) -> Iterator[str]:
    """Give the addresses of one recipient's block; where a mail was passed on there are two."""
    action, status = str(block.get("Action", "")), str(block.get("Status", ""))
    if action.strip().lower() != "failed" or not status.strip().startswith("5"):
        return
    for name in ("Original-Recipient", "Final-Recipient"):
        kind, _, address = str(block.get(name, "")).partition(";")
        if kind.strip().lower() == "rfc822" and "@" in address:
            yield address.strip().strip("<>").lower()
