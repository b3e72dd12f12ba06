"""What every request is answered from: the versions of the study, its pages and the store."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request

from peil.field.bursts import Bursts
from peil.field.editions import Editions
from peil.field.fielded import Fielded
from peil.field.flags import Flags
from peil.field.rates import Rates
from peil.field.standing import Standing, standing
from peil.pages.site import Site
from peil.store.kept import Kept
from peil.store.mark import Mark
from peil.store.opening import Opening
from peil.store.phase import Phase
from peil.store.purpose import Purpose
from peil.store.receipt import Receipt
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.store.submission import Submission
from peil.store.writer import Writer
from peil.study.study import Study


@dataclass(frozen=True)
class Service:
    """A study in the field.

    An interview's own pages are shown in the version that it is pinned to, which ``fielded`` gives. What
    stands around interviews (the start, privacy, messages) is that of ``asked``; so are ``study``, ``site``
    and ``version``.

    Args:
        editions: The study's versions, and the phase.
        store: Where its interviews are kept.
        today: Gives the day; no time of day is kept.
        new_code: Makes a personal code.
        passing: Nothing is kept for long, so anyone can begin on any day.
        sample: Who is invited, where anybody is.
        flags: Gathers which of them have started and finished.
        bursts: Counts openings that come fast.
        rates: Counts how often each code is used.
    """

    editions: Editions
    store: Store
    today: Callable[[], dt.date]
    new_code: Callable[[], str]
    passing: bool = False
    sample: Sample | None = None
    flags: Flags | None = None
    bursts: Bursts = field(default_factory=Bursts)
    rates: Rates = field(default_factory=Rates)

    @property
    def asked(self) -> Fielded:
        """The version that new interviews are asked now."""
        purpose = Purpose.PILOT if self.editions.entry.phase is Phase.PILOT else Purpose.LIVE
        return self.editions.edition(self.editions.entry.version, purpose)

    @property
    def study(self) -> Study:
        """The study that new interviews are asked now."""
        return self.asked.study

    @property
    def site(self) -> Site:
        """Its pages."""
        return self.asked.site

    @property
    def version(self) -> str:
        """Its fingerprint."""
        return self.asked.fingerprint

    def fielded(self, kept: Kept) -> Fielded:
        """Give the version that an interview is pinned to, with pages that say what it is for."""
        return self.editions.edition(kept.version, kept.purpose)

    def purpose(self, *, test: bool) -> Purpose:
        """Give what an interview is for that is begun now."""
        if test:
            return Purpose.TEST
        return Purpose.PILOT if self.editions.entry.phase is Phase.PILOT else Purpose.LIVE

    async def note(self, mark: Mark, token: str) -> None:
        """Gather what becomes known of who was invited; nothing that fails is told."""
        if self.flags is not None:
            await self.flags.add(mark, token)

    @property
    def standing(self) -> Standing:
        """Where fieldwork stands today."""
        if self.passing and self.editions.entry.phase is not Phase.CLOSED:
            return Standing.OPEN
        return standing(self.editions.entry, self.study.about, self.today())


async def open_interview(request: Request, opening: Opening) -> Kept:
    """Have the store's writer keep an opening.

    Raises:
        FieldworkClosed: It isn't kept.
        StoreUnavailable: It isn't known to be kept.
        StoreBusy: Too much is waiting; it isn't kept.
    """
    return await _writer(request).opened(opening)


async def submit(request: Request, submission: Submission) -> Receipt:
    """Have the store's writer judge and keep a submission.

    Raises:
        FieldworkClosed: It isn't kept.
        StoreUnavailable: It isn't known to be kept.
        StoreBusy: Too much is waiting; it isn't kept.
    """
    return await _writer(request).submitted(submission)


def _writer(request: Request) -> Writer:
    found = getattr(request.state, "writer", None)
    if not isinstance(found, Writer):
        raise TypeError("the app's lifespan starts the writer, and hasn't been run")
    return found
