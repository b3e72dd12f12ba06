"""A letter as a MIME message to one person."""

import datetime as dt
import secrets
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from peil.mail.as_html import as_html
from peil.mail.as_text import as_text
from peil.mail.header_line import ENCODED, header_line
from peil.mail.mail_policy import POLICY
from peil.mail.mail_text import MailText
from peil.pages.clean_text import clean_line
from peil.study.fielding import Mail


class NoAddress(Exception):  # noqa: N818 - what is wrong with the person's address
    """A person's address is none that a mail can bear."""


def make_message(mail: Mail, letter: MailText, address: str, name: str, unsubscribe: str) -> EmailMessage:
    """Give the message: a text part and an HTML part, and headers that hold no token.

    Args:
        mail: Who it is from.
        letter: What it says.
        address: The person's address.
        name: The person's name, or empty.
        unsubscribe: The person's address for no more mail; a mail program may post to it by itself.

    Raises:
        NoAddress: The person's address can't be one.
    """
    try:
        to = mail_address(address, name)
    except ValueError as error:
        raise NoAddress from error
    message = EmailMessage(POLICY)
    sender = read_mailbox(mail.sender)
    message["From"] = sender
    message["To"] = to
    if mail.reply_to:
        message["Reply-To"] = read_mailbox(mail.reply_to)
    message["Subject"] = header_line(letter.subject)
    message["Date"] = format_datetime(dt.datetime.now(dt.UTC))
    message["Message-ID"] = f"<{secrets.token_hex(16)}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["List-Unsubscribe"] = f"<{header_line(unsubscribe)}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(as_text(letter))
    message.add_alternative(as_html(letter), subtype="html")
    for part in message.walk():
        del part["Content-Language"]
        part["Content-Language"] = letter.language
    return message


def read_mailbox(written: str) -> Address:
    """Read ``Name <address>``, or an address alone.

    Raises:
        ValueError: It is no address.
    """
    name, address = parseaddr(header_line(written))
    return mail_address(address, name)


def mail_address(address: str, name: str) -> Address:
    """Give an address as headers have it, its domain in ASCII.

    Raises:
        ValueError: It is no address.
    """
    local, at, domain = clean_line(address).rpartition("@")
    if not (local and at and domain and local.isascii()) or ENCODED in f"{local}@{domain}":
        raise ValueError("No address.")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError("No domain.") from error
    return Address(header_line(name), addr_spec=f"{local}@{ascii_domain}")
