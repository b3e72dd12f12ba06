"""Fieldwork at a glance, in frozen numbers; for the researcher alone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peil.fieldwork.disposition import Disposition
from peil.fieldwork.open_rates import OpenRate
from peil.fieldwork.page_flow import PageFlow
from peil.fieldwork.page_time import PageTime
from peil.fieldwork.quality import Flag
from peil.fieldwork.rates import Rate
from peil.fieldwork.spread import Spread
from peil.store.phase import PhaseEntry
from peil.store.retire import Due
from peil.store.sample.sample_counts import SampleCounts

SMALL = 10
"""A count below this is for the researcher's eyes: shown to others it could be about somebody."""


class Source(StrEnum):
    """How an interview came in."""

    INVITED = "invited"
    OPEN = "open"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where fieldwork stands on a day.

    Args:
        phase: The latest entry of the log of phases, or None before the first.
        opens: First day, as study.toml says, or None.
        closes: Last day, or None.
        days_left: Days until the last day, that one included; None without one, or once it is over.
        opened: Day of the first entry from which interviews count, or None before it.
    """

    phase: PhaseEntry | None
    opens: dt.date | None
    closes: dt.date | None
    days_left: int | None
    opened: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Interviews that count, by disposition; beside them those that don't.

    Args:
        begun: All of the live ones.
        dispositions: Of these, how many have which.
        under_way: Partial interviews and break-offs that may still go on.
        pilot: Interviews of the pilot, which never count.
        test: Interviews of the test link, likewise.
        synthetic: Live ones that no person gave.
        excluded: Live ones that the plan excludes from the analysis.
    """

    begun: int
    dispositions: Mapping[Disposition, int]
    under_way: int
    pilot: int
    test: int
    synthetic: int
    excluded: int


@dataclass(frozen=True)
class SampleAccount:
    """Response accounting of a sample.

    Args:
        dispositions: How many of the invited have which; together they are all of them.
        e: Share of those of unknown eligibility that counts as eligible in RR3 and RR4.
        rates: All outcome rates.
    """

    dispositions: Mapping[Disposition, int]
    e: float
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class QuotaFill:
    """How full a quota is.

    Args:
        quota: Its id.
        title: Its title in the base language.
        limit: How many are wanted.
        held: Places taken.
        turned_away: Interviews that came too late.
    """

    quota: str
    title: str
    limit: int
    held: int
    turned_away: int


@dataclass(frozen=True)
class Status:
    """Fieldwork at a glance.

    Args:
        day: The day it is of.
        standing: Phase and dates.
        batch: Counts of interviews are rounded down to multiples of this; 1 where they are exact.
        counts: Interviews.
        sources: By how they came in.
        links: By open link, those of nobody too; the unnamed one is the address without a link.
        devices: By class of device.
        languages: By language that they are read in.
        versions: By version of the questionnaire.
        days: By day of opening.
        flow: Break-off by page.
        times: Page id to how long it is looked at.
        quotas: How full each is.
        sample: How the sample stands, or None.
        account: Response accounting, where there is a sample and nothing else.
        open_rates: Rates of open links, where there is nothing else.
        no_rate: Why there is no response rate, in words; empty where there is one.
        flags: What deserves a look.
        proposed: Interview id to a ready entry for plan.toml; empty in a batched status.
        due: What is kept until when.
    """

    day: dt.date
    standing: Standing
    batch: int
    counts: Counts
    sources: tuple[Spread, ...] = ()
    links: tuple[Spread, ...] = ()
    devices: tuple[Spread, ...] = ()
    languages: tuple[Spread, ...] = ()
    versions: tuple[Spread, ...] = ()
    days: tuple[Spread, ...] = ()
    flow: tuple[PageFlow, ...] = ()
    times: Mapping[str, PageTime] = field(default_factory=dict)
    quotas: tuple[QuotaFill, ...] = ()
    sample: SampleCounts | None = None
    account: SampleAccount | None = None
    open_rates: tuple[OpenRate, ...] = ()
    no_rate: str = ""
    flags: tuple[Flag, ...] = ()
    proposed: Mapping[str, str] = field(default_factory=dict)
    due: tuple[Due, ...] = ()
