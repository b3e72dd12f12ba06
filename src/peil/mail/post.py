"""One connection to a mail server, made again where it breaks."""

import contextlib
import re
import smtplib
import ssl
from email.message import EmailMessage
from types import TracebackType
from typing import Self

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.core.stopping import Stopping
from peil.mail.fate import Fate, fate_at_data, fate_at_recipient, fate_at_text
from peil.mail.mail_problems import MAIL_STOPPED
from peil.mail.smtp_account import SmtpAccount
from peil.pages.clean_text import clean_line

PATIENCE = 60.0
"""Seconds to wait for an answer."""
LAST_PATIENCE = 600.0
"""Seconds to wait for the answer to a whole mail, as RFC 5321 (4.5.3.2.6) asks: who hangs up sooner
can't know whether it was taken."""
LONGEST_ANSWER = 200
"""Characters of a server's answer that are told."""
_DOT = re.compile(rb"^\.", re.MULTILINE)
_BROKEN = (OSError, smtplib.SMTPException)


class Lost(Exception):  # noqa: N818 - what happened to the connection
    """The connection broke, or couldn't be made, before a mail was handed over: it can be offered again."""


class Post:
    """A connection to a mail server; it is made when the first mail is offered.

    Args:
        account: Which server, as whom.
        waits: Seconds to wait before each new try to connect.
        stopping: Set when someone wants to stop: no more waiting.
        patience: Seconds to wait for an answer.
        last_patience: Seconds to wait for the answer to a whole mail.
    """

    def __init__(
        self,
        account: SmtpAccount,
        waits: tuple[float, ...],
        stopping: Stopping,
        *,
        patience: float = PATIENCE,
        last_patience: float = LAST_PATIENCE,
    ) -> None:
        self._account = account
        self._waits = waits
        self._stopping = stopping
        self._patience = patience
        self._last_patience = last_patience
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Say goodbye to the server."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            with contextlib.suppress(*_BROKEN):
                smtp.quit()
            smtp.close()

    def connect(self) -> None:
        """See that there is a connection, so that what is taken from the outbox next can be offered at once.

        Raises:
            Unusable: The server can't be reached after all tries, or refuses the login or an encrypted
                connection.
            Lost: Someone wanted to stop meanwhile.
        """
        if self._smtp is not None:
            return
        for wait in (*self._waits, None):
            try:
                self._smtp = self._connected()
            except smtplib.SMTPResponseException as error:
                if 500 <= error.smtp_code < 600:
                    raise self._stopped("refuses the connection or the login") from None
                told = f"answered {error.smtp_code}"
            except smtplib.SMTPNotSupportedError:
                raise self._stopped("offers no way to log in") from None
            except (OSError, smtplib.SMTPException):
                told = "can't be reached"
            else:
                return
            if wait is None:
                raise self._stopped(told)
            if self._stopping.wait(wait):
                raise Lost

    def offer(self, message: EmailMessage, sender: str, recipient: str) -> Fate:
        """Hand one mail over and give what became of it.

        Raises:
            Lost: The connection broke before the mail was handed over.
            Unusable: The server refuses the sender: it would refuse every other mail too.
        """
        smtp = self._smtp
        if smtp is None:
            raise Lost
        text = _DOT.sub(b"..", message.as_bytes(policy=message.policy.clone(linesep="\r\n")))
        text = text if text.endswith(b"\r\n") else text + b"\r\n"
        try:
            fate = self._announce(smtp, sender, recipient)
            if fate is Fate.SENT:
                fate = fate_at_data(smtp.docmd("DATA")[0])
            if fate is Fate.SENT:
                smtp.send(text)
        except _BROKEN:
            self._hang_up()
            raise Lost from None
        if fate is Fate.SENT:
            return self._answer(smtp)
        self._forget(smtp)
        return fate

    def _announce(self, smtp: smtplib.SMTP, sender: str, recipient: str) -> Fate:
        code, said = smtp.mail(sender)
        if code >= 500:
            answer = clean_line(said.decode("utf-8", "replace"))[:LONGEST_ANSWER]
            raise self._stopped(f"refuses the sender {sender}: {code} {answer}")
        if code >= 400:
            return Fate.DEFERRED
        code, said = smtp.rcpt(recipient)
        return fate_at_recipient(code, said)

    def _answer(self, smtp: smtplib.SMTP) -> Fate:
        """End the mail; from here on a broken connection leaves it open whether it was taken."""
        try:
            if smtp.sock is not None:
                smtp.sock.settimeout(self._last_patience)
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
            if smtp.sock is not None:
                smtp.sock.settimeout(self._patience)
        except _BROKEN:
            self._hang_up()
            return Fate.UNKNOWN
        return fate_at_text(code, said)

    def _forget(self, smtp: smtplib.SMTP) -> None:
        """Have the server forget a mail that it didn't take, before the next one is announced."""
        try:
            smtp.rset()
        except _BROKEN:
            self._hang_up()

    def _connected(self) -> smtplib.SMTP:
        account, context = self._account, ssl.create_default_context()
        smtp: smtplib.SMTP
        try:
            if account.encrypted:
                smtp = smtplib.SMTP_SSL(account.host, account.port, timeout=self._patience, context=context)
            else:
                smtp = smtplib.SMTP(account.host, account.port, timeout=self._patience)
        except ssl.SSLCertVerificationError:
            raise self._stopped("has no certificate that can be trusted for its name") from None
        try:
            self._secured(smtp, context)
            if account.user:
                smtp.login(account.user, account.password)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _secured(self, smtp: smtplib.SMTP, context: ssl.SSLContext) -> None:
        smtp.ehlo_or_helo_if_needed()
        if self._account.encrypted:
            return
        if smtp.has_extn("starttls"):
            try:
                smtp.starttls(context=context)
            except ssl.SSLCertVerificationError:
                raise self._stopped("has no certificate that can be trusted for its name") from None
            smtp.ehlo()
        elif not self._account.is_here:
            raise self._stopped("offers no encryption (STARTTLS)")

    def _hang_up(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def _stopped(self, told: str) -> Unusable:
        hint = (
            "See to the account in PEIL_SMTP_URL or --smtp and to the sender in study.toml; then give the "
            "command again: it goes on where it stopped."
        )
        message = f"The mail server {told}."
        return Unusable([MAIL_STOPPED.problem(Span(str(self._account)), message, hint=hint)])
