"""What stands in the way of a phase."""

import datetime as dt
from collections.abc import Iterator

from peil.core.problem import Problem
from peil.core.span import Span
from peil.field.breaking import breaking_changes, breaks_problem, has_live_interviews
from peil.field.phase_problems import BREAKS, NO_REASON, NOT_BEGUN, UNSEALED_LIVE, UNTOLD_LIVE
from peil.field.untold import find_untold
from peil.store.phase import Phase, PhaseEntry
from peil.store.store import Store
from peil.study.fielding import Access
from peil.study.question import Kind
from peil.study.study import Study

MOST_NAMES = 5


def phase_refusals(
    study: Study, store: Store, latest: PhaseEntry | None, phase: Phase, reason: str, day: dt.date
) -> Iterator[Problem]:
    """Give everything that stands in the way, each with one repair.

    Args:
        study: The study as the folder has it.
        store: Its store.
        latest: The latest entry in the log, or None.
        phase: The phase that is to be entered.
        reason: Why, or empty.
        day: Today.
    """
    if phase is Phase.CLOSED and latest is None:
        yield never_begun(study)
        return
    why = _asks_reason(study, store, latest, phase, day)
    if why and not reason:
        yield NO_REASON.problem(_folder(study), why, hint='Say it with --reason "…".')
    if phase is Phase.LIVE:
        yield from _untold(study)
        yield from _breaking(study, store)


def never_begun(study: Study) -> Problem:
    """Give the problem of a study that has no fieldwork to close."""
    hint = "Name the store with --store, or with the environment variable PEIL_STORE."
    return NOT_BEGUN.problem(_folder(study), "Nothing has been in the field here.", hint=hint)


def _asks_reason(study: Study, store: Store, latest: PhaseEntry | None, phase: Phase, day: dt.date) -> str:
    """Give why the step needs a reason, or the empty string."""
    closed = latest is not None and latest.phase is Phase.CLOSED
    closes = study.about.closes
    if phase is Phase.CLOSED:
        return "" if closed else "Fieldwork is closed for a reason."
    if closed:
        return "Fieldwork was closed: it opens again for a reason."
    if phase is Phase.LIVE and closes is not None and closes < day:
        return f"The last day of fieldwork in study.toml, {closes}, is over: it opens again for a reason."
    if phase is Phase.PILOT and latest and latest.phase is Phase.LIVE and has_live_interviews(store):
        return "There are interviews that count: what is begun from now on doesn't, for a reason."
    return ""


def _untold(study: Study) -> Iterator[Problem]:
    fielding = study.fielding
    for one in find_untold(study):
        if one.setting == "consent" and fielding.access is Access.OPEN:
            continue  # who comes by an open link agrees by beginning; it is told when the study is served
        message, hint = f"[about] doesn't say {one.setting}.", f"Write {one.example} under [about]."
        yield UNTOLD_LIVE.problem(fielding.place("about", one.setting), message, hint=hint)
    asks = any(question.kind is Kind.CONTACT for question in study.questionnaire.questions)
    if asks and not fielding.contact_keys:
        message = "The questionnaire asks for contact details, and there is no key to seal them to."
        hint = (
            'Make a key with "peil contacts --new-key FILE", and name it in contact_keys under [fieldwork].'
        )
        yield UNSEALED_LIVE.problem(fielding.place("fieldwork", "contact_keys"), message, hint=hint)


def _breaking(study: Study, store: Store) -> Iterator[Problem]:
    """Give what breaks by the changes between the versions; by the answers alone, those from a file too."""
    found = breaking_changes(study, store)
    if found:
        yield from found
        yield breaks_problem(study, found, "Take back what breaks, and publish the rest.")
        return
    names = store.misfits()
    if names:
        listed = ", ".join(f'"{name}"' for name in names[:MOST_NAMES]) + (", …" if names[MOST_NAMES:] else "")
        message = f"There are answers that the folder's text has no place for: {listed}."
        hint = "Put the question, option or page back as it was asked, under its old id."
        yield BREAKS.problem(_folder(study), message, hint=hint)


def _folder(study: Study) -> Span:
    return Span(str(study.folder))
