"""Dates typed in three parts."""

import datetime as dt
import re
from collections.abc import Sequence

from peil.pages.plain_digits import plain_digits

_SHAPES = (re.compile("[0-9]{1,2}"), re.compile("[0-9]{1,2}"), re.compile("[0-9]{4}"))


def read_date(parts: Sequence[str]) -> str | None:
    """Give the ISO date of a day, month and year as typed, or None where they are no date.

    A year has four digits: which century two digits mean is not guessed.
    """
    plain = [plain_digits(part.strip()) for part in parts]
    if not all(shape.fullmatch(part) for shape, part in zip(_SHAPES, plain, strict=True)):
        return None
    day, month, year = (int(part) for part in plain)
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def date_parts(date: str) -> tuple[str, str, str]:
    """Give day, month and year of an ISO date as they stand in their fields."""
    year, month, day = date.split("-")
    return day.lstrip("0"), month.lstrip("0"), year
