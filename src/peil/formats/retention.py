"""Retention of a study: what is due, and deleting it, with what is to be said about it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.fieldwork.batches import batch_size
from peil.fieldwork.in_batches import due_in_batches
from peil.formats.opened_fieldwork import Fieldwork
from peil.store.contact_problems import FUTURE_DAY, NOT_STATED, STILL_OPEN, TRACES_LEFT
from peil.store.errors import StoreUnavailable
from peil.store.retire import Due, due, last_day, retire, stands_open
from peil.store.retired import Retired, What
from peil.study.study import Study

SETTINGS = {
    What.ADDRESSES: "addresses under [fieldwork.retention]",
    What.CONTACTS: "contacts under [fieldwork.retention]",
    What.ANSWERS: "retention_months under [about]",
}


@dataclass(frozen=True)
class Retention:
    """How retention of a study stands.

    Args:
        last: Last day of fieldwork, or None while it isn't known.
        due: What is kept until when.
        deleted: What was deleted just now.
        log: What was ever deleted.
        problems: What deserves a look.
        batch: In what steps respondents are counted in ``due``; 1 where they are counted exactly.
    """

    last: dt.date | None
    due: tuple[Due, ...]
    deleted: tuple[Due, ...] = ()
    log: tuple[Retired, ...] = ()
    problems: tuple[Problem, ...] = ()
    batch: int = 1


def look_ahead(study: Study, fieldwork: Fieldwork, day: dt.date) -> Retention:
    """Give what would be deleted on a day; of an anonymous study in the field in whole batches.

    Raises:
        StoreUnavailable: The store can't be read now.
    """
    found = _look(study, fieldwork, day)
    log = fieldwork.store.phase_log()
    size = batch_size(study, log[-1].phase if log else None)
    return replace(found, due=due_in_batches(found.due, size), batch=size)


def _look(study: Study, fieldwork: Fieldwork, day: dt.date) -> Retention:
    store = fieldwork.store
    found = due(study, store, fieldwork.sample, day)
    last = last_day(study, store)
    return Retention(last, found, (), store.retiring.log(), tuple(_not_stated(study, found)))


def carry_out(study: Study, fieldwork: Fieldwork, day: dt.date, today: dt.date) -> Retention:
    """Delete what is due on a day.

    Raises:
        Unusable: The day is to come, fieldwork isn't over, or not everything could be deleted now.
        StoreUnavailable: The store can't be read now.
    """
    if day > today:
        message = f"{day.isoformat()} is still to come."
        hint = "Look ahead without --do, or leave --on out."
        raise Unusable([FUTURE_DAY.problem(Span("--on"), message, hint=hint)])
    before = _look(study, fieldwork, day)
    over = before.last is not None and day > before.last and not stands_open(study, fieldwork.store, day)
    if not any(one.now for one in before.due) and not over:
        message = "Fieldwork isn't over, and nothing is due."
        hint = "Close it first with peil phase STUDY closed --reason TEXT, or publish the day it closes."
        raise Unusable([STILL_OPEN.problem(_place(study, "closes"), message, hint=hint)])
    try:
        deleted = retire(fieldwork.store, fieldwork.sample, before.due, today)
    except StoreUnavailable:
        message = "Not everything that is due could be deleted now, or its traces are still there."
        hint = "See that nobody else is reading the store, and give the same command again."
        raise Unusable([TRACES_LEFT.problem(Span("--do"), message, hint=hint)]) from None
    after = look_ahead(study, fieldwork, day)
    return replace(after, deleted=deleted)


def _not_stated(study: Study, found: tuple[Due, ...]) -> Iterator[Problem]:
    for one in found:
        if one.months is None:
            message = f"study.toml doesn't say how long {one.what} are kept."
            yield NOT_STATED.problem(
                _place(study, "retention"), message, hint=f"Write {SETTINGS[one.what]}, in months."
            )


def _place(study: Study, setting: str) -> Span:
    return study.fielding.spans.get(setting, Span(str(study.folder / "study.toml")))
