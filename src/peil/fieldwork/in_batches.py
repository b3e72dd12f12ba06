"""A status in whole batches: nothing in it changes with a single arrival."""

from collections.abc import Iterable
from dataclasses import replace

from peil.fieldwork.batches import whole_batches
from peil.fieldwork.page_time import PageTime
from peil.fieldwork.quality import Flag
from peil.fieldwork.spread import Spread
from peil.fieldwork.status import Counts, QuotaFill, Status
from peil.store.retire import Due
from peil.store.retired import What
from peil.store.sample.sample_counts import SampleCounts

OF_RESPONDENTS = frozenset({What.ANSWERS, What.CONTACTS})
"""Of these, what is kept counts respondents; the others count who was invited."""


def in_batches(status: Status) -> Status:
    """Give a status with every count of respondents rounded down, and without a word on single ones.

    So are those of the sample: a person who refuses or is erased is seen by name elsewhere, and what moves by
    one here, beside rates that don't, would tell what became of the others. How many are in the sample and
    were invited stays: that is the researcher's own doing.
    """
    size = status.batch
    return replace(
        status,
        counts=_counts(status.counts, size),
        sources=_spreads(status.sources, size),
        links=_spreads(status.links, size),
        devices=_spreads(status.devices, size),
        languages=_spreads(status.languages, size),
        versions=_spreads(status.versions, size),
        days=_spreads(status.days, size),
        flow=tuple(
            replace(
                one,
                reached=whole_batches(one.reached, size),
                left=whole_batches(one.left, size),
                under_way=whole_batches(one.under_way, size),
            )
            for one in status.flow
        ),
        times={page: _time(time, size) for page, time in status.times.items() if time.visits >= size},
        quotas=tuple(_quota(one, size) for one in status.quotas),
        sample=_sample(status.sample, size) if status.sample else None,
        flags=tuple(Flag(one.kind, (), whole_batches(one.count, size)) for one in status.flags),
        proposed={},
        due=due_in_batches(status.due, size),
    )


def due_in_batches(due: Iterable[Due], size: int) -> tuple[Due, ...]:
    """Give what is kept until when, with counts of respondents rounded down."""
    return tuple(
        replace(one, count=whole_batches(one.count, size)) if one.what in OF_RESPONDENTS else one
        for one in due
    )


def _sample(sample: SampleCounts, size: int) -> SampleCounts:
    return replace(
        sample,
        bounced=whole_batches(sample.bounced, size),
        unsubscribed=whole_batches(sample.unsubscribed, size),
        refused=whole_batches(sample.refused, size),
        unreached=whole_batches(sample.unreached, size),
        withdrawn=whole_batches(sample.withdrawn, size),
    )


def _counts(counts: Counts, size: int) -> Counts:
    rounded = {code: whole_batches(count, size) for code, count in counts.dispositions.items()}
    return replace(
        counts,
        begun=whole_batches(counts.begun, size),
        dispositions={code: count for code, count in rounded.items() if count},
        under_way=whole_batches(counts.under_way, size),
        synthetic=whole_batches(counts.synthetic, size),
        excluded=whole_batches(counts.excluded, size),
    )


def _spreads(spreads: Iterable[Spread], size: int) -> tuple[Spread, ...]:
    rounded = (
        Spread(one.value, whole_batches(one.begun, size), whole_batches(one.complete, size))
        for one in spreads
    )
    return tuple(one for one in rounded if one.begun)


def _time(time: PageTime, size: int) -> PageTime:
    """Give whole seconds: a decimal moves with every visit."""
    return PageTime(
        whole_batches(time.visits, size), round(time.lower), round(time.median), round(time.upper)
    )


def _quota(fill: QuotaFill, size: int) -> QuotaFill:
    """Keep that a quota is full: whoever comes next sees that too."""
    held = fill.held if fill.held >= fill.limit else whole_batches(fill.held, size)
    return replace(fill, held=held, turned_away=whole_batches(fill.turned_away, size))
