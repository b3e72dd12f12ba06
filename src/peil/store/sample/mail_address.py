"""A mail address, read strictly: what goes into a mail's header can't change the header."""

import re

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_LONGEST = 254
_LONGEST_LOCAL = 64


def read_address(text: str) -> str | None:
    """Give a mail address as it can be sent to, or None when it is none.

    It is one address without a name: dot-atoms of RFC 5321 before the ``@``, a domain of two labels or more
    after it. A domain in other letters than ASCII is given as DNS has it (``xn--…``). Quoted local parts and
    numeric hosts aren't taken: in a list they are slips.
    """
    local, at, written = text.strip().rpartition("@")
    domain = _in_ascii(written)
    labels = domain.split(".")
    fits = len(local) <= _LONGEST_LOCAL and len(local) + 1 + len(domain) <= _LONGEST
    if not at or not fits or not _LOCAL.fullmatch(local) or len(labels) < 2 or labels[-1].isdigit():
        return None
    return f"{local}@{domain}" if all(_LABEL.fullmatch(label) for label in labels) else None


def _in_ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
