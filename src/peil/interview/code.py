"""The personal code: the one thing that opens an interview again, and the keys that are derived from it.

The respondent keeps the code; the server keeps hashes of it. From a hash no code can be got back, and none of
the keys can be made from another: not the contact details from the answers, not the answers from the person
who was invited. An invited respondent's token is their code.
"""

import hashlib
import re
from functools import lru_cache

from peil.core.randomness import random_bytes

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which are misread or spell words."""
LENGTH = 20
BYTES = 13
"""Hold the 100 bits of a code; the few beyond them are let go."""
GROUP = 4

KEYS_AT_HAND = 256
"""A request asks for the same keys several times; those of who was here earlier are let go."""

_CODE = re.compile(rf"[{SYMBOLS}]{{{GROUP}}}(?:-[{SYMBOLS}]{{{GROUP}}}){{{LENGTH // GROUP - 1}}}")
_BETWEEN = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\-\u2010-\u2015\u2212._]+")
_MISREAD = str.maketrans("OIL", "011")
_LONGEST = 100


def new_code() -> str:
    """Make a code of 100 random bits: ``K7QF-2M9X-0PRD-W8ST-6ZHA``."""
    bits = int.from_bytes(random_bytes(BYTES))
    return _grouped("".join(SYMBOLS[bits >> 5 * place & 31] for place in range(LENGTH)))


def read_code(text: str) -> str | None:
    """Read a code as people type it: any case, spaces or hyphens anywhere, O for 0, I or L for 1.

    Returns:
        The code as ``new_code`` writes it, or None when the text is no code.
    """
    if _CODE.fullmatch(text):
        return text
    typed = _BETWEEN.sub("", text) if len(text) <= _LONGEST else ""
    if not typed.isascii():
        return None
    symbols = typed.upper().translate(_MISREAD)
    if len(symbols) != LENGTH or any(symbol not in SYMBOLS for symbol in symbols):
        return None
    return _grouped(symbols)


def _grouped(symbols: str) -> str:
    return "-".join(symbols[start : start + GROUP] for start in range(0, LENGTH, GROUP))


@lru_cache(maxsize=KEYS_AT_HAND)
def interview_key(code: str) -> str:
    """Give the key under which the answers are kept."""
    return _hash(f"peil interview {code}")


@lru_cache(maxsize=KEYS_AT_HAND)
def contact_key(code: str) -> str:
    """Give the key under which contact details are kept; nothing links it to the other one but the code."""
    return _hash(f"peil contact {code}")


def sample_key(token: str) -> str:
    """Give the key of an invited person in the sample; nothing links it to the others but the token."""
    return _hash(f"peil sample {token}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
