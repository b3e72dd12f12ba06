"""The personal code: the one thing that opens an interview again, and all that is derived from it.

The respondent keeps the code; the server keeps hashes of it. From a hash no code can be got back, and from
the key of the answers nobody can find the contact details that the same person left.
"""

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Mapping

from peil.pages.field_names import GO

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which are misread or spell words."""
LENGTH = 20
GROUP = 4

_BETWEEN = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\-\u2010-\u2015\u2212._]+")
_MISREAD = str.maketrans("OIL", "011")
_LONGEST = 100


def new_code() -> str:
    """Make a code of 100 random bits: ``K7QF-2M9X-0PRD-W8ST-6ZHA``."""
    return _grouped("".join(secrets.choice(SYMBOLS) for _ in range(LENGTH)))


def read_code(text: str) -> str | None:
    """Read a code as people type it: any case, spaces or hyphens anywhere, O for 0, I or L for 1.

    Returns:
        The code as ``new_code`` writes it, or None when the text is no code.
    """
    typed = _BETWEEN.sub("", text) if len(text) <= _LONGEST else ""
    if not typed.isascii():
        return None
    symbols = typed.upper().translate(_MISREAD)
    if len(symbols) != LENGTH or any(symbol not in SYMBOLS for symbol in symbols):
        return None
    return _grouped(symbols)


def _grouped(symbols: str) -> str:
    return "-".join(symbols[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def interview_key(code: str) -> str:
    """Give the key under which the answers are kept."""
    return _hash(f"peil interview {code}")


def contact_key(code: str) -> str:
    """Give the key under which contact details are kept; nothing links it to the other one but the code."""
    return _hash(f"peil contact {code}")


def form_seal(code: str) -> str:
    """Give the mark that ties a form to an interview, and that only who has the code can make."""
    return _hash(f"peil form {code}")[:16]


def body_digest(code: str, page: str, fields: Mapping[str, str]) -> str:
    """Give the keyed hash of what was sent: the same fields in any order give the same one.

    Which button was pressed is left out: two buttons clicked in a row send one page, not two that clash.
    """
    sent = [page, sorted((name, value) for name, value in fields.items() if name != GO)]
    canonical = json.dumps(sent, ensure_ascii=True, separators=(",", ":"))
    return hmac.new(f"peil digest {code}".encode(), canonical.encode(), hashlib.sha256).hexdigest()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
