"""Where openings and submissions are decided upon: in memory, and then written together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peil.store import interview_rows as rows
from peil.store.changes import Changes, add_interviews
from peil.store.database import Database, savepoint
from peil.store.errors import FieldworkClosed, StoreUnavailable, unavailable
from peil.store.kept import Kept
from peil.store.opening import Opening
from peil.store.purpose import Purpose
from peil.store.quota_places import settle
from peil.store.quota_recount import claim_of
from peil.store.receipt import Fate, Receipt
from peil.store.submission import Submission
from peil.store.take import (
    WRITTEN,
    Taken,
    judged,
    needs_log,
    opened,
    opening_entries,
    opening_nonces,
    taken,
    taken_up,
    too_late,
)
from peil.store.under_way import Remembered, UnderWay
from peil.store.versions import Versions
from peil.study.study import Study

Job = Opening | Submission
Outcome = Kept | Receipt | StoreUnavailable | FieldworkClosed
Place = tuple[int, Submission]
"""A submission with its place among the jobs."""


@dataclass(frozen=True)
class Decided:
    """What became of jobs, in their order, and the interviews as they are then.

    Those may be remembered once the transaction is committed, and no sooner.
    """

    outcomes: list[Outcome]
    under_way: list[tuple[str, UnderWay]]


def turned_away(jobs: Sequence[Job]) -> Decided:
    """Give what becomes of jobs that come when fieldwork is closed: nothing of them is kept."""
    return Decided([FieldworkClosed() for _ in jobs], [])


class Desk:
    """Takes jobs inside a transaction of the answers database.

    Args:
        database: The answers database.
        study: The current study; its plan has the quotas.
        versions: Gives the study of each interview.
        remembered: Interviews under way; only read here.
    """

    def __init__(self, database: Database, study: Study, versions: Versions, remembered: Remembered) -> None:
        self._database = database
        self._study = study
        self._versions = versions
        self._remembered = remembered

    def take(self, jobs: Sequence[Job]) -> Decided:
        """Decide about all jobs and write what they change with a statement for each table.

        A job that can't be judged fails alone. When writing fails, it isn't known for which job: the
        transaction is to be rolled back, and they are to be taken singly.

        Raises:
            StoreUnavailable: The transaction is lost.
            Exception: Something can't be written.
        """
        there = self._there({job.key for job in jobs})
        outcomes: dict[int, Outcome] = {}
        openings = [(place, job) for place, job in enumerate(jobs) if isinstance(job, Opening)]
        if openings:
            self._open([job for _, job in openings], there)
            outcomes.update((place, there[job.key].kept) for place, job in openings)
        places = [(place, job) for place, job in enumerate(jobs) if isinstance(job, Submission)]
        for some in _one_an_interview(places):
            outcomes.update(self._take_round(some, there))
        return Decided([outcomes[place] for place in range(len(jobs))], [*there.items()])

    def take_singly(self, jobs: Sequence[Job]) -> Decided:
        """Do as ``take``, with a savepoint for each job: one that can't be written fails alone."""
        outcomes: list[Outcome] = []
        under_way: dict[str, UnderWay] = {}
        # In the order of their keys, so that two processes never wait for each other's interviews.
        rows.lock_interviews(self._database, {job.key for job in jobs})
        for job in jobs:
            try:
                with savepoint(self._database):
                    decided = self.take([job])
            except StoreUnavailable:
                raise
            except Exception as error:  # noqa: BLE001 - whatever the reason, it fails alone
                outcomes.append(unavailable(error))
            else:
                outcomes += decided.outcomes
                under_way.update(decided.under_way)
        return Decided(outcomes, [*under_way.items()])

    def _there(self, keys: Iterable[str]) -> dict[str, UnderWay]:
        """Give the interviews with these keys as they are kept now, locked for this transaction."""
        now = rows.lock_interviews(self._database, keys)
        found = {key: one for key in now if (one := self._remembered.get(key)) and one.is_as(now[key])}
        unknown = {interview: key for key, (interview, _) in now.items() if key not in found}
        found.update((unknown[one.kept.id], one) for one in self._read(unknown))
        return found

    def _read(self, interviews: Iterable[str]) -> Iterator[UnderWay]:
        kept = rows.read_together(self._database, interviews)
        nonces = rows.read_nonces(self._database, [one.id for one in kept])
        return (UnderWay(one, nonces.get(one.id, {})) for one in kept)

    def _open(self, openings: Sequence[Opening], there: dict[str, UnderWay]) -> None:
        """Open the interviews whose keys aren't there, and have all of them there.

        Another process may be about to commit one with the same key: adding waits for it.
        """
        new = {job.key: job for job in reversed(openings) if job.key not in there}
        if not new:
            return
        add_interviews(self._database, [(key, opened(new[key])) for key in sorted(new)])
        now = rows.revisions_of(self._database, new)
        own = [job for key, job in new.items() if now[key] == (job.id, 0)]
        changes = Changes()
        for job in own:
            changes.add(job.id, opening_entries(job), dict.fromkeys(job.pages, 0))
            there[job.key] = UnderWay(opened(job), opening_nonces(job))
        changes.write(self._database)
        others = {interview: key for key, (interview, _) in now.items() if key not in there}
        there.update((others[one.kept.id], one) for one in self._read(others))

    def _take_round(self, places: Sequence[Place], there: dict[str, UnderWay]) -> dict[int, Outcome]:
        """Decide about submissions, at most one an interview, and write what they change."""
        outcomes: dict[int, Outcome] = {}
        accepted: list[tuple[int, Submission, Taken, Study]] = []
        for place, job in places:
            before = there.get(job.key)
            try:
                outcome, study = self._judged(before, job)
            except StoreUnavailable:
                raise
            except Exception as error:  # noqa: BLE001 - whatever the reason, it fails alone
                outcomes[place] = unavailable(error)
                continue
            if isinstance(outcome, Taken) and study:
                accepted.append((place, job, outcome, study))
            elif isinstance(outcome, Receipt):
                outcomes[place] = outcome
        full = self._settled([(one, study) for _, _, one, study in accepted])
        changes = Changes()
        for place, job, one, _ in accepted:
            after = too_late(one, full[one.id]) if one.id in full else one
            changes.add(one.id, one.entries, one.changed)
            changes.change(after.kept, job.day)
            there[job.key] = taken_up(there[job.key], after)
            outcomes[place] = after.receipt
        changes.write(self._database)
        return outcomes

    def _judged(self, before: UnderWay | None, job: Submission) -> tuple[Taken | Receipt, Study | None]:
        if before is None:
            return Receipt(Fate.UNKNOWN, None), None
        study = self._versions.study(before.kept.version)
        log = rows.read_log(self._database, before.kept.id) if needs_log(before.kept, job) else None
        judgement = judged(study, before, job, log)
        if judgement.fate not in WRITTEN:
            return Receipt(judgement.fate, before.kept, judgement.problems), study
        return taken(study, before.kept, job, judgement), study

    def _settled(self, accepted: Sequence[tuple[Taken, Study]]) -> dict[str, str]:
        """Have quotas give and take back places; gives who came too late, with the quota that was full."""
        quotas = self._study.plan.quotas
        claims = [
            claim_of(self._study, one.kept, one.receipt.walked if study is self._study else None)
            for one, study in accepted
            if quotas and one.kept.purpose is Purpose.LIVE
        ]
        return settle(self._database, quotas, claims) if claims else {}


def _one_an_interview(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Give the submissions in rounds: the second to an interview is judged by what came of the first."""
    rounds: list[list[Place]] = []
    turns: dict[str, int] = {}
    for place, job in places:
        turn = turns.get(job.key, 0)
        turns[job.key] = turn + 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append((place, job))
    yield from rounds
