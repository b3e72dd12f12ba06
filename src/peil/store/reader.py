"""Interviews read from the store, while others may be writing. Safe to use from several threads."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from threading import Lock
from time import monotonic

from peil.interview.interview import Interview
from peil.interview.response import Response
from peil.interview.walk import walk
from peil.store import interview_rows as rows
from peil.store.as_response import as_response
from peil.store.database import Database
from peil.store.fits import misfits
from peil.store.kept import Kept
from peil.store.log_entry import LogEntry
from peil.store.phase import PhaseEntry
from peil.store.phases import read_latest, read_phases
from peil.store.purpose import Purpose
from peil.store.quota_places import count_held
from peil.store.quota_recount import is_counted
from peil.store.standing_rows import Standing, read_standings
from peil.store.take import closed_by_quota
from peil.store.under_way import Remembered, UnderWay
from peil.store.version import read_version
from peil.store.versions import Versions
from peil.study.study import Study

LIVE_ONLY = frozenset({Purpose.LIVE})

PHASE_SECONDS = 1.0
"""How long a reader goes on with the phase that it read."""


class Reader:
    """Interviews of one study, to be read.

    Args:
        study: The study.
        reading: The answers database.
    """

    def __init__(self, study: Study, reading: Database) -> None:
        self._study = study
        self._reading = reading
        self._looking = Lock()
        self._remembered = Remembered()
        self._versions = Versions(study, read_version(study), self._kept_texts)
        self._phase: tuple[float, PhaseEntry | None] = (0.0, None)

    @property
    def is_near(self) -> bool:
        """Whether ``find`` takes microseconds, so that waiting for it in a thread of its own costs more."""
        return self._reading.near

    def find(self, key: str) -> Kept | None:
        """Give the interview with this key, or None.

        Raises:
            StoreUnavailable: It can't be read now.
        """
        found = self._find(key)
        return found.kept if found else None

    def find_walked(self, key: str) -> tuple[Kept, Interview] | None:
        """Give the interview with this key, and its answers walked in its own version, or None.

        One that a quota ended has no page left, and the outcome ``quota_full``.

        Raises:
            StoreUnavailable: It can't be read now.
        """
        found = self._find(key)
        if found is None:
            return None
        kept, walked = found.kept, found.walked
        if walked is None:
            walked = walk(self._versions.study(kept.version), kept.answers)
            if kept.full:
                walked = closed_by_quota(walked)
            self._remembered.refine(key, found, replace(found, walked=walked))
        return kept, walked

    def kept(self) -> Iterator[Kept]:
        """Give every interview, sorted by id; each as it is when its turn comes."""
        with self._looking:
            interviews = rows.interview_ids(self._reading)
        for start in range(0, len(interviews), rows.TOGETHER):
            with self._looking:
                some = rows.read_together(self._reading, interviews[start : start + rows.TOGETHER])
            yield from some

    def interviews(self, purposes: Iterable[Purpose] = LIVE_ONLY) -> Iterator[tuple[Kept, Response]]:
        """Give the interviews for these purposes as they are kept and as responses, as ``responses`` does."""
        wanted = frozenset(purposes)
        for kept in self.kept():
            if kept.purpose in wanted:
                yield kept, as_response(self._versions.study(kept.version), kept)

    def responses(self, purposes: Iterable[Purpose] = LIVE_ONLY) -> Iterator[Response]:
        """Give the interviews for these purposes as responses, sorted by id, with submitted pages alone."""
        for _, response in self.interviews(purposes):
            yield response

    def standings(self, purposes: Iterable[Purpose] = LIVE_ONLY) -> dict[str, Standing]:
        """Give where each of the interviews for these purposes stands, by id."""
        with self._looking:
            return read_standings(self._reading, frozenset(purposes))

    def some_interviews(self, interviews: Iterable[str]) -> Iterator[tuple[Kept, Response]]:
        """Give those of the interviews with these ids that are still there, as ``interviews`` does."""
        wanted = sorted(interviews)
        for start in range(0, len(wanted), rows.TOGETHER):
            with self._looking:
                some = rows.read_together(self._reading, wanted[start : start + rows.TOGETHER])
            for kept in some:
                yield kept, as_response(self._versions.study(kept.version), kept)

    def log(self, interview: str) -> tuple[LogEntry, ...]:
        """Give the log of the interview with this id, in order."""
        with self._looking:
            return rows.read_log(self._reading, interview)

    def misfits(self) -> tuple[str, ...]:
        """Give the names of variables, sorted, that there are answers to and the study has no place for."""
        with self._looking:
            return misfits(self._study, self._reading)

    def versions(self) -> dict[str, dict[str, str]]:
        """Give the texts that were kept, by fingerprint."""
        with self._looking:
            found = self._reading.execute("SELECT fingerprint, texts FROM versions ORDER BY fingerprint")
        return {fingerprint: json.loads(texts) for fingerprint, texts in found}

    def study_of(self, version: str) -> Study:
        """Give the study as this version has it; the current one where its text was never kept.

        Raises:
            StoreUnavailable: It can't be read now.
        """
        return self._versions.study(version)

    @property
    def version(self) -> str:
        """Fingerprint of the current study's text."""
        return self._versions.current.fingerprint

    def phase_log(self) -> tuple[PhaseEntry, ...]:
        """Give the log of phases, in order."""
        with self._looking:
            return read_phases(self._reading)

    def current_phase(self) -> PhaseEntry | None:
        """Give the latest entry of the log, as it was at most a second ago; None when there is none."""
        now = monotonic()
        until, entry = self._phase
        if now >= until:
            with self._looking:
                entry = read_latest(self._reading)
            self._phase = (now + PHASE_SECONDS, entry)
        return entry

    def quota_counts(self, day: dt.date) -> dict[str, int]:
        """Give the quotas of the plan with how many places of each are held on a day."""
        with self._looking:
            return {quota.id: count_held(self._reading, quota, day) for quota in self._study.plan.quotas}

    def counts_these_quotas(self) -> bool:
        """Say whether places are counted by the study's quotas and text, as they are where it is served."""
        with self._looking:
            return is_counted(self._reading, self._study, self._versions.current)

    def _find(self, key: str) -> UnderWay | None:
        """Give the interview from memory, where the database has that very revision; else read it."""
        known = self._remembered.get(key)
        if known and self._remembered.is_sure:
            return known
        with self._looking:
            now = rows.revisions_of(self._reading, [key]).get(key)
            if known and known.is_as(now):
                return known
            kept = rows.find_kept(self._reading, key) if now else None
            if kept is None:
                self._remembered.forget(key)
                return None
            read = UnderWay(kept, rows.read_nonces(self._reading, [kept.id]).get(kept.id, {}))
            self._remembered.put([(key, read)])  # who forgets waits for this look: it may be of before
        return read

    def _kept_texts(self, fingerprint: str) -> Mapping[str, str] | None:
        with self._looking:
            found = self._reading.execute("SELECT texts FROM versions WHERE fingerprint = ?", (fingerprint,))
        return json.loads(found[0][0]) if found else None
