"""Everything that was read, counted: the status of a study's fieldwork."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from peil.fieldwork.accounting import account, count_dispositions
from peil.fieldwork.batches import batch_size
from peil.fieldwork.case import Case
from peil.fieldwork.disposition import Disposition, dispose, screens
from peil.fieldwork.gathered import Gathered
from peil.fieldwork.in_batches import in_batches
from peil.fieldwork.open_rates import open_rates
from peil.fieldwork.page_flow import count_flow
from peil.fieldwork.page_time import PageTime, page_time
from peil.fieldwork.proposed import propose_exclusions
from peil.fieldwork.quality import find_flags
from peil.fieldwork.rates import outcome_rates, tally
from peil.fieldwork.spread import Spread, spread
from peil.fieldwork.status import Counts, QuotaFill, SampleAccount, Source, Standing, Status
from peil.store.phase import Phase
from peil.store.purpose import Purpose
from peil.store.sample.sample_counts import SampleCounts
from peil.store.source import Source as CameFrom
from peil.study.fielding import Access
from peil.study.study import Study

LEFT_AFTER_DAYS = 7
"""An unfinished interview that wasn't touched for longer was left."""
INVITED = "invited"
DEVICES = ("phone", "tablet", "computer")

MIXED = (
    "No response rate: people can come by an open link too, or from a file. Who came by an open link may "
    "have been invited as well, and nobody knows how many saw the link."
)
NOT_INVITED = "No response rate: nobody was invited, so nobody knows of how many these are a share."
NOBODY_YET = "No response rate yet: nobody has been invited."


def make_status(study: Study, gathered: Gathered) -> Status:
    """Give the status, in whole batches where single arrivals may not be told."""
    live = tuple(case for case in gathered.cases if case.kept.purpose is Purpose.LIVE)
    latest = gathered.phases[-1] if gathered.phases else None
    phase = latest.phase if latest else None
    size = batch_size(study, phase)
    since = None if phase is Phase.CLOSED else gathered.day - dt.timedelta(days=LEFT_AFTER_DAYS)
    flags = find_flags(live)
    excluded = {one.interview for one in study.plan.exclusions}
    exact = Status(
        day=gathered.day,
        standing=_standing(study, gathered),
        batch=size,
        counts=_counts(gathered.cases, live, excluded, since),
        sources=spread(live, lambda case: source_of(case).value),
        links=spread(
            (case for case in live if source_of(case) is Source.OPEN),
            lambda case: case.kept.link,
            study.fielding.links,
        ),
        devices=spread(live, lambda case: case.kept.device, DEVICES),
        languages=spread(live, lambda case: case.kept.language, study.about.languages),
        versions=spread(live, lambda case: case.kept.version),
        days=spread(live, lambda case: str(case.kept.opened_on or "")),
        flow=count_flow(study.route.pages, live, lambda case: _is_under_way(case, since)),
        times=_times(gathered.seconds),
        quotas=_quotas(study, live, gathered.held),
        sample=gathered.sample,
        flags=flags,
        proposed=propose_exclusions(flags, gathered.day, excluded),
        due=gathered.due,
    )
    told = in_batches(exact) if size > 1 else exact
    return _with_rates(study, told, gathered.visitors)


def source_of(case: Case) -> Source:
    """Say how an interview came in."""
    if case.kept.source is CameFrom.IMPORT:
        return Source.FILE
    return Source.INVITED if case.kept.link == INVITED else Source.OPEN


def _standing(study: Study, gathered: Gathered) -> Standing:
    closes = study.about.closes
    left = (closes - gathered.day).days + 1 if closes else 0
    latest = gathered.phases[-1] if gathered.phases else None
    opened = next((one.day for one in gathered.phases if one.phase is Phase.LIVE), None)
    return Standing(latest, study.about.opens, closes, left if left > 0 else None, opened)


def _counts(
    cases: Iterable[Case], live: Sequence[Case], excluded: AbstractSet[str], since: dt.date | None
) -> Counts:
    purposes = Counter(case.kept.purpose for case in cases)
    return Counts(
        begun=len(live),
        dispositions=count_dispositions(map(dispose, live)),
        under_way=sum(case.at is not None and _is_under_way(case, since) for case in live),
        pilot=purposes[Purpose.PILOT],
        test=purposes[Purpose.TEST],
        synthetic=sum(case.kept.synthetic for case in live),
        excluded=sum(case.kept.id in excluded for case in live),
    )


def _is_under_way(case: Case, since: dt.date | None) -> bool:
    """Say whether an unfinished interview may still go on: it was touched on that day or later.

    Never once there is no such day; nor one from a file, for nobody has its code.
    """
    latest = case.kept.changed_on or case.kept.opened_on
    known = since is not None and latest is not None and latest >= since
    return known and source_of(case) is not Source.FILE


def _times(seconds: Mapping[str, Mapping[int, int]]) -> dict[str, PageTime]:
    found = ((page, page_time(histogram)) for page, histogram in seconds.items())
    return {page: time for page, time in found if time}


def _quotas(study: Study, live: Iterable[Case], held: Mapping[str, int]) -> tuple[QuotaFill, ...]:
    late = Counter(case.kept.full for case in live)
    language = study.about.language
    return tuple(
        QuotaFill(one.id, one.wording.plain(language), one.limit, held.get(one.id, 0), late[one.id])
        for one in study.plan.quotas
    )


def _with_rates(study: Study, status: Status, visitors: int | None) -> Status:
    """Add the rates that there can be for how interviews come in, and why there are no others.

    All is made of the counts that are told: rates of rounded ones, and of ways in by which enough came.
    """
    sample, access = status.sample, study.fielding.access
    sources = {Source(one.value) for one in status.sources}
    if access is not Access.INVITED or Source.OPEN in sources:
        begun = next((one for one in status.sources if one.value == Source.OPEN), Spread(Source.OPEN, 0, 0))
        status = replace(status, open_rates=open_rates(begun.begun, begun.complete, visitors))
    if sample is None or not sample.approached:
        return replace(status, no_rate=NOT_INVITED if access is Access.OPEN else NOBODY_YET)
    if access is not Access.INVITED or sources - {Source.INVITED}:
        return replace(status, no_rate=MIXED)
    return replace(status, account=_account(study, sample, status.counts.dispositions))


def _account(study: Study, sample: SampleCounts, interviews: Mapping[Disposition, int]) -> SampleAccount:
    dispositions = account(sample, interviews, screening=screens(study))
    counts = tally(dispositions)
    return SampleAccount(dispositions, counts.e, outcome_rates(counts))
