"""A real SMTP server on this machine that refuses, puts off, delays and hangs up as it is told to."""

import asyncio
import math
import ssl
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

PASSWORD = "open:sesame/1"  # noqa: S105 - of a server that lives for one test


@dataclass
class MailServer:
    """How the server behaves, and what it took.

    Args:
        refused: Addresses that don't exist (550).
        unrelayed: Addresses that it won't relay to (554 5.7.1).
        put_off: Address to how often it asks to come back later (451).
        spam: Addresses whose mail it refuses for what it says (554 after the text).
        dropped_before: Address to how often it hangs up at the recipient.
        dropped_after: Addresses at which it hangs up once, after it has taken the mail.
        mumbles_at: Addresses at which it answers with no code, after it has taken the mail.
        hangs_up_after_each: It says that it took a mail, and hangs up.
        refuses_sender: No mail at all is taken from this sender.
        seconds: How long it thinks about each mail.
        most: So many mails it takes; who brings one more waits until it takes more.
        waiting: How many have brought a mail and wait.
        port: Where it listens.
        taken: Every mail that it took, with the address it is for.
        sessions: How often somebody connected.
        secured: Whether the latest mail came over an encrypted connection.
    """

    refused: set[str] = field(default_factory=set)
    unrelayed: set[str] = field(default_factory=set)
    put_off: Counter[str] = field(default_factory=Counter)
    spam: set[str] = field(default_factory=set)
    dropped_before: Counter[str] = field(default_factory=Counter)
    dropped_after: set[str] = field(default_factory=set)
    mumbles_at: set[str] = field(default_factory=set)
    hangs_up_after_each: bool = False
    refuses_sender: bool = False
    seconds: float = 0.0
    most: float = math.inf
    waiting: int = 0
    port: int = 0
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    sessions: int = 0
    secured: bool = False

    @property
    def counted(self) -> Counter[str]:
        """How many mails each address got."""
        return Counter(address for address, _ in self.taken)

    async def handle_EHLO(  # noqa: N802 - the server's name for it
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.sessions += session.ssl is None
        return responses

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.refuses_sender:
            return "550 5.7.1 Sender rejected"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 No such user"
        if address in self.unrelayed:
            return "554 5.7.1 Relay access denied"
        if self.put_off[address] > 0:
            self.put_off[address] -= 1
            return "451 4.7.1 Greylisted, come back later"
        if self.dropped_before[address] > 0:
            self.dropped_before[address] -= 1
            hang_up(server)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.seconds)
        self.waiting += 1
        while len(self.taken) >= self.most:  # noqa: ASYNC110 - it is changed from another thread
            await asyncio.sleep(0.005)
        self.waiting -= 1
        (address,) = envelope.rcpt_tos
        if address in self.spam:
            return "554 5.6.0 Looks like spam"
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append((address, message))
        self.secured = session.ssl is not None
        if address in self.dropped_after:
            self.dropped_after.remove(address)
            hang_up(server)
        if address in self.mumbles_at:
            return "Well, thanks"
        if self.hangs_up_after_each:
            asyncio.get_running_loop().call_later(0, asyncio.get_running_loop().call_soon, hang_up, server)
        return "250 Taken"

    async def handle_exception(self, _error: Exception) -> str:
        return "451 Hung up"


def hang_up(server: SMTP) -> None:
    """Break the connection off, as a cable that is pulled."""
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()


class Listening(Controller):
    """Listens at any free port, and says which one."""

    def _trigger_server(self) -> None:
        assert self.server
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def make_certificate(folder: Path) -> Path:
    """Make a certificate for this machine, signed by itself, with its key beside it."""
    made = folder / "server.pem"
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
    ]
    about = ["-subj", "/CN=localhost", "-addext", names, "-days", "2"]
    files = ["-keyout", str(folder / "server.key"), "-out", str(made)]
    subprocess.run([*command, *about, *files], check=True, capture_output=True)
    return made


def with_certificate(certificate: Path) -> ssl.SSLContext:
    """Give what a server with that certificate encrypts with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context


def admits(
    _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: object
) -> AuthResult:
    known = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
    return AuthResult(success=known, handled=False)


@contextmanager
def listening(
    server: MailServer | None = None,
    *,
    tls: ssl.SSLContext | None = None,
    smtps: bool = False,
    login: bool = False,
) -> Iterator[MailServer]:
    """Run a server for the time of a test.

    Args:
        server: How it behaves.
        tls: What STARTTLS is offered with.
        smtps: It is encrypted from the start instead.
        login: It takes mail from who has logged in, encrypted, alone.
    """
    server = server or MailServer()
    controller = Listening(
        server,
        hostname="127.0.0.1",
        port=0,
        tls_context=None if smtps else tls,
        ssl_context=tls if smtps else None,
        auth_required=login,
        authenticator=admits if login else None,
    )
    controller.start()
    server.port = controller.port
    try:
        yield server
    finally:
        controller.stop()
