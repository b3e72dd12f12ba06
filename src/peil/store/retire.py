"""Retention executed: what is to be deleted when, and deleting it."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from peil.store.overdue import still_joined
from peil.store.phase import Phase, PhaseEntry
from peil.store.retired import Retired, What
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is deleted when its time is over.

    Args:
        what: What it is.
        months: How many months after closing it is kept; None where study.toml doesn't say.
        on: The first day on which it is to be deleted; None while that can't be told.
        count: How much there is now: interviews, people with contact details, persons (also those
            erased, of whom a hash stays) or links.
        now: It is to be deleted now; nothing is while fieldwork stands open.
        unfinished: Deleting it was begun, and its traces may still be there.
        retired_on: Day on which it was last deleted, or None.
    """

    what: What
    months: int | None
    on: dt.date | None
    count: int
    now: bool
    unfinished: bool = False
    retired_on: dt.date | None = None


def closing_day(closes: dt.date | None, phases: Iterable[PhaseEntry]) -> dt.date | None:
    """Give the last day of fieldwork, which retention is counted from; None while it isn't known.

    That is the day on which it was closed, or the last day that study.toml names, whichever came first; who
    answers after that day because fieldwork was reopened moves it.
    """
    log = tuple(phases)
    if closes is not None and any(entry.phase is not Phase.CLOSED and entry.day > closes for entry in log):
        closes = None
    closed = None
    for entry in log:
        closed = None if entry.phase is not Phase.CLOSED else closed or entry.day
    return min((day for day in (closes, closed) if day is not None), default=None)


def last_day(study: Study, store: Store) -> dt.date | None:
    """Give the last day of fieldwork by what was published; by the folder's study where nothing was.

    Raises:
        StoreUnavailable: The store can't be read now.
    """
    log = store.phase_log()
    asked = store.study_of(log[-1].version) if log else study
    return closing_day(asked.about.closes, log)


def stands_open(study: Study, store: Store, day: dt.date) -> bool:
    """Say whether fieldwork is still to end on a day; a pilot goes on until something else is said.

    Raises:
        StoreUnavailable: The store can't be read now.
    """
    log, last = store.phase_log(), last_day(study, store)
    if not log or log[-1].phase is Phase.CLOSED:
        return False
    return log[-1].phase is Phase.PILOT or last is None or day <= last


def after_months(day: dt.date, months: int) -> dt.date:
    """Give the day after so many months; the last of a month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def due(study: Study, store: Store, sample: Sample | None, today: dt.date) -> tuple[Due, ...]:
    """Give what is kept and when it is to be deleted, in the order in which it goes.

    Args:
        study: The study.
        store: Its store.
        sample: Its sample, or None where nobody is invited.
        today: The day that ``Due.now`` is about.

    Raises:
        StoreUnavailable: The store can't be read now.
    """
    last = last_day(study, store)
    is_open = stands_open(study, store, today)
    log = store.retiring.log()
    return tuple(
        _due(what, months, last, count, [one for one in log if one.what is what], today, is_open=is_open)
        for what, months, count in _kept(study, store, sample, last, today)
    )


def retire(store: Store, sample: Sample | None, found: Iterable[Due], today: dt.date) -> tuple[Due, ...]:
    """Delete for good what is due, and log it; gives what was deleted.

    Should it fail halfway, what was begun is unfinished, and due the next time.

    Raises:
        StoreUnavailable: Something can't be deleted now, or its traces can't be removed now.
    """
    steps = _steps(store, sample, today)
    done = []
    for one in found:
        if one.now and one.what in steps:
            store.retiring.begin(one.what, today, one.count)
            steps[one.what]()
            store.retiring.finish(one.what)
            done.append(one)
    return tuple(done)


def _kept(
    study: Study, store: Store, sample: Sample | None, last: dt.date | None, today: dt.date
) -> Iterator[tuple[What, int | None, int]]:
    """Give what there can be of this study, for how many months after closing, and how much there is."""
    retention = study.fielding.retention
    if sample is not None:
        counts = sample.counts()
        noted = sample.known_started() | sample.known_done()
        joined = sum(1 for _ in sample.links()) + len(noted)
        if not joined and still_joined(sample, last, today):
            joined = sample.counts().invited  # what was mailed to them says something too
        yield What.LINKS, 0, joined
        yield What.ADDRESSES, retention.addresses, counts.persons + counts.erased
    people = store.retiring.people()
    if people or any(variable.private for variable in study.codebook.variables.values()):
        yield What.CONTACTS, retention.contacts, people
    yield What.ANSWERS, retention.answers, store.retiring.interviews()


def _due(  # noqa: PLR0913 - all that it follows from
    what: What,
    months: int | None,
    last: dt.date | None,
    count: int,
    log: Sequence[Retired],
    today: dt.date,
    *,
    is_open: bool,
) -> Due:
    on = None if months is None or last is None else after_months(last, months) + dt.timedelta(days=1)
    unfinished = any(not entry.finished for entry in log)
    return Due(
        what,
        months,
        on,
        count,
        now=not is_open and (unfinished or (count > 0 and on is not None and on <= today)),
        unfinished=unfinished,
        retired_on=max((entry.day for entry in log if entry.finished), default=None),
    )


def _steps(store: Store, sample: Sample | None, today: dt.date) -> Mapping[What, Callable[[], object]]:
    steps: dict[What, Callable[[], object]] = {
        What.CONTACTS: store.retiring.delete_contacts,
        What.ANSWERS: store.retiring.delete_answers,
    }
    if sample is not None:
        steps |= {What.LINKS: partial(sample.destroy_links, today), What.ADDRESSES: sample.forget_persons}
    return steps
