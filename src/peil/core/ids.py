"""Ids: the names that questions, options, groups and figures go by."""

import difflib
import re
from collections.abc import Iterable

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]*")


def is_id(text: str) -> bool:
    """Say whether the text is an id: lower-case ASCII letters, digits and underscores, a letter first."""
    return ID_PATTERN.fullmatch(text) is not None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name most like the one given, or None when nothing is near."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Give a hint that names the nearest known name, or an empty string."""
    found = nearest(name, known)
    return f'Did you mean "{found}"?' if found else ""
