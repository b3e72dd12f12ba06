"""What became of everybody, in counts: what the response rates of a report are made of."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from peil.fieldwork.disposition import Disposition
from peil.fieldwork.field_report import UNREPORTED, FieldReport
from peil.fieldwork.open_rates import OpenRate, open_rates
from peil.fieldwork.rates import Rate, outcome_rates, tally

RESPONSE = "RR"
"""Begins the names of response rates, which is what a report tells of outcome rates."""


class NoRate(StrEnum):
    """Why there is no response rate."""

    MIXED = "mixed"  # people come in several ways, so nobody knows of how many they are a share
    NOT_INVITED = "not_invited"
    NOBODY_YET = "nobody_yet"
    IN_FIELD = "in_field"  # respondents are anonymous, and fieldwork goes on


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """Counts of open links.

    Args:
        begun: Who gave consent and began.
        complete: Who of them came to the end.
        visitors: Unique visitors of the start page, counted elsewhere, or None.
    """

    begun: int
    complete: int
    visitors: int | None = None


@dataclass(frozen=True)
class ResponseCounts:
    """Counts of fieldwork, as they are kept beside a data file.

    Args:
        day: The day they are of.
        going_on: Fieldwork wasn't closed then.
        rows: Interviews in the data file.
        complete: Of these, came to the end.
        invited: Dispositions of all who were invited, or None where there is no response rate.
        open: Counts of open links, or None where there are none.
        no_rate: Why there is no response rate, or None.
        report: Days and versions.
    """

    day: dt.date
    going_on: bool
    rows: int
    complete: int
    invited: Mapping[Disposition, int] | None = None
    open: OpenCounts | None = None
    no_rate: NoRate | None = None
    report: FieldReport = UNREPORTED


@dataclass(frozen=True)
class ResponseRates:
    """The response of a study, as its report tells it.

    Args:
        day: The day it is of.
        going_on: Fieldwork wasn't closed then.
        invited: Who was invited, or None where there is no response rate, or it isn't shown.
        e: Share of those of unknown eligibility that counts in RR3 and RR4.
        rates: RR1 to RR6, as many as can be shown.
        open_rates: Participation and completion rate, those of them that are known and can be shown.
        no_rate: Why there is no response rate, or None.
        hidden: A rate is of too few to be shown.
        report: Days and versions of fieldwork.
    """

    day: dt.date
    going_on: bool
    invited: int | None
    e: float
    rates: tuple[Rate, ...]
    open_rates: tuple[OpenRate, ...]
    no_rate: NoRate | None
    hidden: bool = False
    report: FieldReport = UNREPORTED


def response_rates(counts: ResponseCounts) -> ResponseRates:
    """Give the rates that the counts make."""
    known = tally(counts.invited or {})
    rates = outcome_rates(known) if counts.invited else ()
    found = open_rates(counts.open.begun, counts.open.complete, counts.open.visitors) if counts.open else ()
    return ResponseRates(
        day=counts.day,
        going_on=counts.going_on,
        invited=sum(counts.invited.values()) if counts.invited else None,
        e=known.e,
        rates=tuple(one for one in rates if one.name.startswith(RESPONSE)),
        open_rates=tuple(one for one in found if one.value is not None),
        no_rate=counts.no_rate,
        report=counts.report,
    )
