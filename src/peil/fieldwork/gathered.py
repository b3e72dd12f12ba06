"""All that a status is made from, as it was read from the store and the sample."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.fieldwork.case import Case
from peil.store.phase import PhaseEntry
from peil.store.retire import Due
from peil.store.sample.sample_counts import SampleCounts


@dataclass(frozen=True)
class Gathered:
    """What was read.

    Args:
        day: Today.
        cases: Every interview, those of tests and pilots among them.
        phases: The log of phases.
        seconds: Page id to its histogram: where a bin begins to how many visits.
        held: Quota id to how many of its places are taken.
        sample: How the sample stands, or None where nobody is invited.
        due: What is kept and when it is to be deleted.
        visitors: Unique visitors of the start page, counted elsewhere, or None.
    """

    day: dt.date
    cases: tuple[Case, ...] = ()
    phases: tuple[PhaseEntry, ...] = ()
    seconds: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)
    sample: SampleCounts | None = None
    due: tuple[Due, ...] = ()
    visitors: int | None = None
