"""What is deleted when its time is over, and the log of that."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What has a time of its own, in the order in which it goes."""

    LINKS = "links"  # which invitation led to which answers, or notes of who took part; gone at close
    ADDRESSES = "addresses"  # the sample: who was invited, and what was mailed
    CONTACTS = "contacts"  # contact details that respondents left
    ANSWERS = "answers"  # interviews and their log, those of tests and pilots among them


@dataclass(frozen=True, slots=True)
class Retired:
    """One entry of the log.

    Args:
        what: What was deleted.
        day: On which day.
        deleted: How much: interviews, people with contact details, persons or links.
        finished: Whether its traces in the database's files are gone too.
    """

    what: What
    day: dt.date
    deleted: int
    finished: bool
