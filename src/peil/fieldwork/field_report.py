"""What fieldwork was, apart from what became of anybody: from when to when, by which questionnaire."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldReport:
    """Days and versions of fieldwork, as they are kept beside a data file.

    Which reminders went out when isn't among them: they are forgotten when fieldwork is closed, for who had
    none had answered.

    Args:
        opened: The first day on which answers counted, or None.
        closed: The day on which fieldwork was closed, or None while it goes on.
        approached: How many were ever mailed an invitation; None where nobody was, or it may not be told.
        versions: Fingerprints of the questionnaires that interviews were asked by.
    """

    opened: dt.date | None = None
    closed: dt.date | None = None
    approached: int | None = None
    versions: tuple[str, ...] = ()


UNREPORTED = FieldReport()
"""Nothing is known of it."""
