"""What a data-protection sheet says beside the study itself: found by who knows the store and the keys."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Keeping(StrEnum):
    """Something that is kept, each for a time of its own."""

    ANSWERS = "answers"
    CONTACTS = "contacts"
    ADDRESSES = "addresses"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class Kept:
    """How long something is kept, and where.

    Args:
        keeping: What it is.
        place: File or schema that it is kept in.
        months: Months after the last day of fieldwork; None where study.toml doesn't say.
        until: The last day on which it is kept; None while that can't be told.
    """

    keeping: Keeping
    place: str
    months: int | None
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class ContactKey:
    """A public key that contact details are sealed to, and its fingerprint to compare by telephone."""

    key: str
    fingerprint: str


@dataclass(frozen=True)
class Protection:
    """What is kept of respondents, where and for how long.

    Args:
        last_day: Last day of fieldwork, or None while it isn't known.
        kept: What is kept, in the order in which it goes.
        keys: Whom contact details are sealed to.
        columns: Further columns of the list of who is invited, by name; None while there is no list.
    """

    last_day: dt.date | None
    kept: tuple[Kept, ...]
    keys: tuple[ContactKey, ...]
    columns: tuple[str, ...] | None = None
