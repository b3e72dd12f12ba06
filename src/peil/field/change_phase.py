"""Fieldwork brought from one phase into another, and the log of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from time import sleep

from peil.core.problem import Problem, Unusable
from peil.field.begin import SERVED
from peil.field.own_version import own_version
from peil.field.phase_refusals import phase_refusals
from peil.field.standing import Standing, standing
from peil.store.over import find_over
from peil.store.phase import Phase, PhaseEntry
from peil.store.store import Store
from peil.study.fielding import Privacy
from peil.study.study import Study

NOTICED_SECONDS = 3.0
"""After so long every server has noticed that fieldwork is closed, and lets nobody in any more."""


@dataclass(frozen=True)
class PhaseReport:
    """Where fieldwork stands, and how it came there.

    Args:
        log: All entries, the first one first.
        standing: What a respondent can do today, or None where nothing has been fielded.
        opens: First day of fieldwork, as the version says that is asked.
        closes: Last day.
        published: The folder's text is the one that new interviews are asked.
        entered: An entry was made just now.
        problems: What deserves a look.
    """

    log: tuple[PhaseEntry, ...]
    standing: Standing | None
    opens: dt.date | None
    closes: dt.date | None
    published: bool
    entered: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def latest(self) -> PhaseEntry | None:
        """The latest entry."""
        return self.log[-1] if self.log else None

    @property
    def told(self) -> str:
        """Where fieldwork stands in words, and how long it lasts: ``live, and closes after 2026-02-20``."""
        latest, opens, closes = self.latest, self.opens, self.closes
        if latest is None:
            return "not begun"
        match self.standing:
            case Standing.CLOSED if latest.phase is Phase.CLOSED:
                return f"closed since {latest.day}"
            case Standing.CLOSED:
                return f"closed: its last day was {closes}"
            case Standing.NOT_YET:
                return f"{latest.phase}, and opens on {opens}"
            case _ if latest.phase is Phase.LIVE and closes and latest.day <= closes:
                return f"live, and closes after {closes}"
            case _:
                return str(latest.phase)


NOTHING_YET = PhaseReport((), None, None, None, published=False)
"""Of a study that was never in the field."""


def report_phase(store: Store, day: dt.date, *, entered: bool = False) -> PhaseReport:
    """Say where fieldwork stands.

    Raises:
        StoreUnavailable: The store can't be read now.
    """
    log = store.phase_log()
    if not log:
        return NOTHING_YET
    about = store.study_of(log[-1].version).about
    return PhaseReport(
        log,
        standing(log[-1], about, day),
        about.opens,
        about.closes,
        published=store.version == log[-1].version,
        entered=entered,
    )


def change_phase(study: Study, store: Store, phase: Phase, reason: str, day: dt.date) -> PhaseReport:
    """Enter a phase; pilot and live publish the folder's text to new interviews.

    Entered again with the same text, a phase stays as it is.

    Raises:
        Unusable: Something stands in the way; carries everything that does.
        StoreUnavailable: The store can't be used now.
    """
    latest = store.current_phase()
    problems = tuple(phase_refusals(study, store, latest, phase, reason, day))
    if problems:
        raise Unusable(problems)
    version = latest.version if latest and phase is Phase.CLOSED else store.version
    if latest and (latest.phase, latest.version) == (phase, version) and not _says_more(latest, reason):
        return report_phase(store, day)
    if phase is not Phase.CLOSED:
        _keep_what_was_told(study, store, latest)
        own = own_version(study, store)
        store.keep_version(own.fingerprint, own.texts)
    store.enter_phase(PhaseEntry(phase, version, day, reason))
    return report_phase(store, day, entered=True)


def _keep_what_was_told(study: Study, store: Store, latest: PhaseEntry | None) -> None:
    """Before an anonymous study is reopened, note what was told when it was closed: that stays told."""
    if study.fielding.privacy is Privacy.ANONYMOUS and latest and latest.phase is Phase.CLOSED:
        store.releasing.release_all(find_over(store))


def _says_more(latest: PhaseEntry, reason: str) -> bool:
    """Say whether a phase entered again adds to the log: a reason, or a word where serving had entered it."""
    return latest.reason == SERVED or reason not in {"", latest.reason}


def forget_after_closing(store: Store, destroy_links: Callable[[], None]) -> None:
    """Destroy what fieldwork needed and nobody needs after it: who had which link, and what came when.

    It begins once every server has noticed that fieldwork is closed. Done again, it finds nothing more to do;
    so it can be after it was cut off.

    Args:
        store: The store, closed to respondents.
        destroy_links: Destroys the table that links invitations to answers.

    Raises:
        StoreUnavailable: The store can't be used now.
    """
    sleep(NOTICED_SECONDS)
    destroy_links()
    store.releasing.forget()
    store.forget_order()
