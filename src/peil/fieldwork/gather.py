"""What a status is made from, read from a store and a sample."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from peil.fieldwork.case import Case, make_case, without_answers
from peil.fieldwork.gathered import Gathered
from peil.store.kept import Kept
from peil.store.retire import due
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.study.study import Study

Counted = Mapping[str, Case]
"""Interview id to the interview as it was counted before."""


def gather(
    study: Study,
    store: Store,
    sample: Sample | None,
    day: dt.date,
    *,
    visitors: int | None = None,
    before: Gathered | None = None,
) -> Gathered:
    """Read all that a status is made from.

    Args:
        study: The study.
        store: Its store.
        sample: Its sample, or None where nobody was ever invited.
        day: Today.
        visitors: Unique visitors of the start page, counted elsewhere.
        before: What was read a while ago: what hasn't changed since isn't walked again.

    Raises:
        StoreUnavailable: It can't be read now.
    """
    counted = {case.kept.id: case for case in before.cases} if before else {}
    return Gathered(
        day=day,
        cases=tuple(_case(study, store, kept, counted) for kept in store.kept()),
        phases=store.phase_log(),
        seconds=store.page_seconds(),
        held=store.quota_counts(day),
        sample=sample.counts() if sample else None,
        due=due(study, store, sample, day),
        visitors=visitors,
    )


def _case(study: Study, store: Store, kept: Kept, counted: Counted) -> Case:
    """Count an interview, in its own version; or as before, where no page of it was sent in since."""
    known = counted.get(kept.id)
    if known and (known.kept.revision, known.kept.version) == (kept.revision, kept.version):
        return replace(known, kept=without_answers(kept))
    return make_case(store.study_of(kept.version), kept, study.about.analysis_set)
