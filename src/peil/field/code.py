"""What is derived from the personal code for forms: that one belongs to an interview, and what it said."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache

from peil.interview.code import KEYS_AT_HAND
from peil.pages.field_names import GO, SECONDS, WEBSITE

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
    parts = [page]
    for name in sorted(fields.keys() - UNSAID):
        parts += (name, fields[name])
    told = "".join(f"{len(part)}:{part}" for part in parts)  # no two different forms are told alike
    hashed = hashlib.blake2b(told.encode(), key=code.encode(), person=b"peil digest", digest_size=32)
    return hashed.hexdigest()
