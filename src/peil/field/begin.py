"""Fieldwork as serving begins it: a store nobody has said a phase of goes live with the folder's text."""

import datetime as dt

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.field.breaking import breaking_changes, breaks_problem
from peil.field.own_version import own_version
from peil.field.serve_problems import OTHER_VERSION
from peil.store.phase import Phase, PhaseEntry
from peil.store.store import Store
from peil.study.study import Study

SERVED = "served"
"""Reason of an entry that serving itself makes."""


def begin_fielding(study: Study, store: Store, day: dt.date) -> tuple[Problem, ...]:
    """See that the store has a phase, and give what is to be said about its version and the folder's.

    As long as the researcher has said no phase, serving a folder is the way to publish its text; from then
    on that is done with ``peil phase``, and no restart puts half-finished work before respondents.

    Raises:
        Unusable: Serving would publish a text that breaks answers already given.
        StoreUnavailable: The store can't be used now.
    """
    latest = store.current_phase()
    if latest is not None and latest.version == store.version:
        return ()
    if latest is not None and not (latest.phase is Phase.LIVE and latest.reason == SERVED):
        return (_unpublished(study, latest),)
    breaking = breaking_changes(study, store) if latest is not None else ()
    if breaking:
        hint = "Take back what breaks, or name a new store with --store."
        raise Unusable([*breaking, breaks_problem(study, breaking, hint)])
    own = own_version(study, store)
    store.keep_version(own.fingerprint, own.texts)
    store.enter_phase(PhaseEntry(Phase.LIVE, own.fingerprint, day, SERVED))
    return _published(study) if latest is not None and next(store.kept(), None) is not None else ()


def _published(study: Study) -> tuple[Problem, ...]:
    message = "New interviews are asked the folder's text; those begun before keep the text they began with."
    return (OTHER_VERSION.problem(Span(str(study.folder)), message),)


def _unpublished(study: Study, latest: PhaseEntry) -> Problem:
    message = "The folder's text isn't the one that respondents are asked: it hasn't been published."
    hint = (
        "Reopen with another reason to ask it."
        if latest.phase is Phase.CLOSED
        else f'Publish it to new interviews with "peil phase {latest.phase}".'
    )
    return OTHER_VERSION.problem(Span(str(study.folder)), message, hint=hint)
