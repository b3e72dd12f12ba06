"""The versions that are in the field, each made ready once, and where fieldwork stands."""

from threading import Lock
from time import monotonic

from starlette.concurrency import run_in_threadpool

from peil.field.fielded import Fielded
from peil.pages.site import make_sites
from peil.pages.system_pages import start_page
from peil.store.errors import StoreUnavailable
from peil.store.phase import PhaseEntry
from peil.store.purpose import Purpose
from peil.store.store import Store
from peil.study.study import Study

LOOK_AGAIN_SECONDS = 0.5
"""How long what the store said of the phase is believed: a new version is asked at once, in every server."""


class Editions:
    """Gives a version ready to be shown, and the latest entry in the log of phases.

    Args:
        study: The study as it was read when the server began.
        store: Holds the phases, and the texts of the other versions; it has an entry.
        preview: Pages may be looked at under ``/preview/``.
    """

    def __init__(self, study: Study, store: Store, *, preview: bool = False) -> None:
        self._study = study
        self._store = store
        self._preview = preview
        self._loading = Lock()
        self._ready: dict[str, dict[Purpose, Fielded]] = {}
        self._own = store.version
        self._look_again = 0.0
        self._load(self._own)
        entry = store.current_phase()
        if entry is None:
            raise ValueError("fielding begins with an entry in the log of phases")
        self._load(entry.version)
        self._entry = entry

    @property
    def entry(self) -> PhaseEntry:
        """The latest entry in the log of phases."""
        return self._entry

    @property
    def own(self) -> Fielded:
        """The version that stands in the folder, or stood there when the server began."""
        return self._ready[self._own][Purpose.LIVE]

    def edition(self, version: str, purpose: Purpose = Purpose.LIVE) -> Fielded:
        """Give a version for interviews of a purpose; one that was never made ready is read here and now."""
        if version not in self._ready:
            self._load(version)
        return self._ready[version][purpose]

    def says_the_same(self, version: str, other: str, language: str) -> bool:
        """Say whether two versions say the same on the start page; one that isn't ready may say anything."""
        if version == other:
            return True
        if version not in self._ready:
            return False
        before, after = (self._ready[one][Purpose.LIVE].site for one in (version, other))
        if language not in before.study.about.languages:
            return False
        pages = [start_page(site, language, "", invited=True) for site in (before, after)]
        return pages[0] == pages[1]

    def is_ready(self, version: str) -> bool:
        """Say whether ``edition`` gives a version at once."""
        return version in self._ready

    async def make_ready(self, version: str) -> None:
        """Make a version ready, so that ``edition`` gives it at once.

        Raises:
            StoreUnavailable: Its text can't be read now.
        """
        if version not in self._ready:
            await run_in_threadpool(self._load, version)

    @property
    def is_due(self) -> bool:
        """Whether it was a while ago that one looked where fieldwork stands."""
        return monotonic() >= self._look_again

    async def refresh(self) -> None:
        """Look where fieldwork stands now, unless that was done just before; what was known stays else."""
        if not self.is_due:
            return
        self._look_again = monotonic() + LOOK_AGAIN_SECONDS
        try:
            if self._store.is_near:
                entry = self._store.current_phase()
            else:
                entry = await run_in_threadpool(self._store.current_phase)
            if entry is not None:
                await self.make_ready(entry.version)
                self._entry = entry
        except StoreUnavailable:
            return

    def _load(self, version: str) -> None:
        with self._loading:
            if version in self._ready:
                return
            own = version == self._own
            study = self._study if own else self._store.study_of(version)
            sites = make_sites(study, preview=self._preview)
            self._ready[version] = {
                purpose: Fielded(study, sites[purpose.value], version) for purpose in Purpose
            }
