"""What is derived from the personal code for forms: that one belongs to an interview, and what it said."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from json import JSONEncoder

from peil.interview.code import KEYS_AT_HAND
from peil.pages.field_names import GO, SECONDS, WEBSITE

_encode = JSONEncoder().encode

UNSAID = frozenset({GO, SECONDS, WEBSITE})
"""Fields that change nothing about what was sent."""


@lru_cache(maxsize=KEYS_AT_HAND)
def form_seal(code: str) -> str:
    """Give the mark that ties a form to an interview, and that only who has the code can make."""
    return hashlib.sha256(f"peil form {code}".encode()).hexdigest()[:16]


def body_digest(code: str, page: str, fields: Mapping[str, str]) -> str:
    """Give the keyed hash of what was sent: the same fields in any order give the same one.

    Which button was pressed is left out: two buttons clicked in a row send one page, not two that clash. So
    is how long the page was looked at, which differs between two clicks, and the field that nobody fills in.
    """
    said = sorted([pair for pair in fields.items() if pair[0] not in UNSAID])
    told = _encode([page, said])  # no two different forms are told alike
    hashed = hashlib.blake2b(told.encode(), key=code.encode(), person=b"peil digest", digest_size=32)
    return hashed.hexdigest()
