"""Which mail server to send with, and as whom."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote, urlsplit

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.mail.mail_problems import BAD_ACCOUNT

VARIABLE = "PEIL_SMTP_URL"
OTHERS = 0o077
"""What anybody but the owner may do with a file."""
_PORTS = {"smtp": 587, "smtps": 465}
_FORM = "Write it as smtp://USER:PASSWORD@HOST:PORT, with %40 for an @ in the user's name or the password."


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """A mail server.

    Args:
        host: Its name, which its certificate must bear.
        port: Its port.
        encrypted: Encrypted from the start (``smtps``); else by STARTTLS, which only this machine's own
            server may lack.
        user: Whom to log in as; empty for no login.
        password: The password; shown nowhere.
    """

    host: str
    port: int
    encrypted: bool
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_here(self) -> bool:
        """Say whether the server is on this machine, so that nobody listens in between."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def find_account(file: Path | None, environment: Mapping[str, str]) -> SmtpAccount:
    """Give the account of a file, or else of PEIL_SMTP_URL.

    Raises:
        Unusable: There is none, it can't be read, or others can read the file; never with a password in it.
    """
    if file is not None:
        return read_account(_guarded(file), str(file))
    url = environment.get(VARIABLE, "").strip()
    if not url:
        hint = f"Put smtp://USER:PASSWORD@HOST:PORT into {VARIABLE}, or into a file for --smtp."
        raise Unusable([_problem(VARIABLE, "No mail server is named.", hint)])
    return read_account(url, VARIABLE)


def read_account(url: str, place: str) -> SmtpAccount:
    """Read ``smtp://USER:PASSWORD@HOST:PORT``, or ``smtps://`` for a server that is encrypted from the start.

    Args:
        url: The account.
        place: What problems call the place that it stands at.

    Raises:
        Unusable: It can't be read; never with a password in it.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Unusable([_problem(place, "This is no mail server.", _FORM)]) from None
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    bare = parts.path in {"", "/"} and not parts.query and not parts.fragment
    if parts.scheme not in _PORTS or not parts.hostname or not bare or bool(user) != bool(password):
        raise Unusable([_problem(place, "This is no mail server.", _FORM)])
    encrypted = parts.scheme == "smtps"
    return SmtpAccount(parts.hostname, port or _PORTS[parts.scheme], encrypted, user, password)


def _guarded(file: Path) -> str:
    """Read a file that its owner alone may read."""
    with file.open(encoding="utf-8", errors="replace") as opened:
        if os.name == "posix" and os.fstat(opened.fileno()).st_mode & OTHERS:
            hint = f"chmod 600 {file} keeps others from reading the password."
            raise Unusable([_problem(str(file), "Others can read this file.", hint)])
        return opened.read().strip()


def _problem(place: str, message: str, hint: str) -> Problem:
    return BAD_ACCOUNT.problem(Span(place), message, hint=hint)
