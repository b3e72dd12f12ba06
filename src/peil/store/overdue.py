"""What joins people and answers stays after the last day until somebody has it destroyed; this says so."""

import datetime as dt

from peil.core.problem import Problem
from peil.core.span import Span
from peil.store.contact_problems import STILL_JOINED
from peil.store.sample.sample import Sample
from peil.study.study import Study


def still_joined(sample: Sample, last: dt.date | None, today: dt.date) -> bool:
    """Say whether fieldwork is over and what joins people and answers wasn't destroyed since.

    The links themselves aren't looked at: a server may ask this, and never opens them.

    Args:
        sample: The sample.
        last: Last day of fieldwork, or None while it isn't known.
        today: Today.

    Raises:
        StoreUnavailable: The sample can't be read now.
    """
    if last is None or today <= last or not sample.counts().invited:
        return False
    destroyed = sample.links_destroyed_on()
    return destroyed is None or destroyed < last


def joined_problem(study: Study, last: dt.date | None) -> Problem:
    """Give what is to be said about it."""
    place = study.fielding.spans.get("privacy", Span(str(study.folder / "study.toml")))
    message = f"Fieldwork ended on {last}, and what joins invitations and answers is still there."
    hint = 'Give "peil retire STUDY --do" every day from a timer; "peil phase STUDY closed" does it at once.'
    return STILL_JOINED.problem(place, message, hint=hint)
