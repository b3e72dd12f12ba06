"""The store: interviews kept durably, contact details apart from them. Safe to use from several threads."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import TypeVar

from peil.interview.response import Response
from peil.store import interview_rows as rows
from peil.store.bring_in import bring_in
from peil.store.brought_in import BroughtIn
from peil.store.closing_day import closing_day
from peil.store.contact_rows import (
    delete_details,
    details_of,
    put_details,
    read_details,
    seal_readable,
)
from peil.store.database import Database, transaction
from peil.store.desk import Decided, Desk, Job, Outcome, turned_away
from peil.store.detail import Detail
from peil.store.errors import FieldworkClosed, StoreUnavailable, unavailable
from peil.store.kept import Kept
from peil.store.opening import Opening
from peil.store.page_seconds import add_visits, read_visits
from peil.store.phase import Phase, PhaseEntry
from peil.store.phases import add_phase, read_latest
from peil.store.purpose import Purpose
from peil.store.quota_recount import recount
from peil.store.reader import Reader
from peil.store.receipt import Fate, Receipt
from peil.store.releasing import Releasing
from peil.store.retiring import Retiring
from peil.store.sealing import Sealing, read_sealing
from peil.store.serving import Serving
from peil.store.submission import Submission
from peil.store.take import WRITTEN, marked_details, marks
from peil.store.tidying import Person, Tidying
from peil.store.visits import GatheredVisits
from peil.study.study import Study

DONE = WRITTEN | {Fate.REPEATED}
"""After these, details may be left among the contacts without a mark. A repeated one may have been cut off
between its commit and what had to follow it."""

Done = TypeVar("Done", Kept, Receipt)


class Store(Reader):
    """Interviews of one study.

    Args:
        study: The study.
        answers: The answers database, for writing.
        reading: The same, for reading while something is written.
        contacts: The contacts database.
        held: What is let go with the store: the right to serve from it.
    """

    def __init__(
        self,
        study: Study,
        answers: Database,
        reading: Database,
        contacts: Database,
        held: Serving | None = None,
    ) -> None:
        super().__init__(study, reading)
        self._answers = answers
        self._contacts = contacts
        self._held = held
        self._writing = Lock()
        self._asks_contacts: dict[str, bool] = {}
        self._tidying = Tidying(self._versions, answers, contacts)
        self._desk = Desk(answers, study, self._versions, self._remembered)
        self._visits = GatheredVisits()

    def open_interview(self, opening: Opening) -> Kept:
        """Open an interview; the same key again gives the one that is there.

        Raises:
            FieldworkClosed: It isn't kept.
            StoreUnavailable: It isn't known to be kept.
        """
        return _demand(self.submit_all([opening])[0], Kept)

    def submit(self, submission: Submission) -> Receipt:
        """Decide about a submission and keep what it changes, synced.

        Raises:
            FieldworkClosed: It isn't kept.
            StoreUnavailable: It isn't known to be kept; the same submission may come again.
        """
        return _demand(self.submit_all([submission])[0], Receipt)

    def submit_all(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Do several in one transaction; none is told before all are synced.

        A job that fails, fails alone. When the store itself fails, all do; none is kept once fieldwork is
        closed, however long ago it was sent.
        """
        with self._writing:
            try:
                outcomes = self._take_all(jobs)
            except StoreUnavailable as error:
                self._tidying.note_loose(
                    _person(job) for job in jobs if isinstance(job, Submission) and job.details
                )
                return [unavailable(error) for _ in jobs]
            self._tidying.tidy()
            return outcomes

    def contact_details(self) -> Iterator[dict[str, str]]:
        """Give each respondent's contact details by variable name, as ``details`` does, as text alone."""
        for person in self.details():
            yield {name: detail.text for name, detail in person.items()}

    def details(self) -> Iterator[dict[str, Detail]]:
        """Give each respondent's contact details by variable name; nothing says whose answers are whose."""
        with self._writing:
            people = list(read_details(self._contacts))
        yield from people

    def details_of(self, contact_key: str) -> dict[str, Detail]:
        """Give the contact details by variable name that one respondent left, as they are kept."""
        with self._writing:
            return details_of(self._contacts, contact_key)

    def seal_readable(self) -> None:
        """Seal the contact details that lie there readable, where the study has keys to seal them to."""
        with self._writing:
            if seal_readable(self._contacts, self._sealing()):
                self._tidying.note_traces(self._contacts)
                self._tidying.tidy()

    @property
    def retiring(self) -> Retiring:
        """What deletes for good; only where nothing else is done with this store any more."""
        return Retiring(self._answers, self._contacts, self._writing)

    @property
    def releasing(self) -> Releasing:
        """What decides which interviews are told while an anonymous study is in the field."""
        return Releasing(self._answers, self._writing)

    def bring_in(self, responses: Iterable[Response], day: dt.date) -> BroughtIn:
        """Add responses from a file, all of them or none.

        One that is there with the same answers changes nothing; one that is there with others is named, and
        then nothing is brought in.
        """
        with self._writing:
            return bring_in(self._study, self._answers, responses, day)

    def count_places(self) -> None:
        """Count the places in quotas anew, where the plan has other quotas than they were counted by."""
        with self._writing:
            recount(self._answers, self._study, self._versions.current)

    def keep_version(self, fingerprint: str, texts: Mapping[str, str]) -> None:
        """Keep the questionnaire's text as it is asked; once by its fingerprint."""
        with self._writing, transaction(self._answers):
            self._answers.execute(
                "INSERT INTO versions (fingerprint, texts) VALUES (?, ?)"
                " ON CONFLICT (fingerprint) DO NOTHING",
                (fingerprint, json.dumps(dict(texts), sort_keys=True)),
            )

    def enter_phase(self, entry: PhaseEntry) -> None:
        """Add an entry to the log of phases."""
        with self._writing:
            add_phase(self._answers, entry)
            self._phase = (0.0, None)

    def page_seconds(self) -> dict[str, Counter[int]]:
        """Give page id to how long it was looked at: where a bin begins (``page_seconds.BINS``) to visits."""
        self.flush()
        with self._looking:
            return read_visits(self._reading)

    def flush(self) -> None:
        """Write what was gathered in memory: counts of visits."""
        with self._writing:
            if self._visits:
                with transaction(self._answers):
                    add_visits(self._answers, self._visits.waiting())
                self._visits.forget()

    def forget_order(self) -> None:
        """Destroy what could show in which order interviews and pages of different people came, for good.

        Days stay, and the order of one interview's own pages. With it go what told a form sent twice: a form
        from before that is sent again is judged as a new one. A respondent who is just reading can stand in
        the way; it can be done again at any time.

        Raises:
            StoreUnavailable: It isn't done, or not for all.
        """
        self.flush()
        with self._writing:
            with transaction(self._answers):
                rows.forget_nonces(self._answers)
            with self._looking:
                self._remembered.clear()
            self._answers.forget_order()
            self._contacts.forget_order()

    def erase(self, key: str, contact_key: str) -> bool:
        """Delete an interview and its contact details; False when there was no interview.

        Contact details go first: should it fail halfway, the code still opens the interview, and it can be
        asked again.
        """
        with self._writing:
            with transaction(self._answers):
                interview = rows.lock_interview(self._answers, key)
                delete_details(self._contacts, contact_key)
                if interview:
                    rows.delete_interview(self._answers, interview)
            with self._looking:  # a look from before is remembered first, and then forgotten
                self._remembered.forget(key)
            self._tidying.note_traces(self._answers, self._contacts)
            self._tidying.tidy()
            return interview is not None

    def erase_by_id(self, interview: str) -> bool:
        """Delete the interview with this id; its contact details can't be found without the code."""
        with self._writing:
            with transaction(self._answers):
                found = rows.lock_by_id(self._answers, interview)
                rows.delete_interview(self._answers, interview)
            with self._looking:
                self._remembered.forget_id(interview)
            self._tidying.note_traces(self._answers)
            self._tidying.tidy()
            return found

    def close(self) -> None:
        """Let the databases go."""
        with suppress(StoreUnavailable):
            self.flush()
        with self._writing:
            self._tidying.tidy(at_last=True)  # it may read the text of a version
            with self._looking:
                self._reading.close()
            self._answers.close()
            self._contacts.close()
            if self._held:
                self._held.close()

    def _take_all(self, jobs: Sequence[Job]) -> list[Outcome]:
        try:
            decided = self._take(self._desk.take, jobs)
        except StoreUnavailable:
            raise
        except Exception:  # noqa: BLE001 - one job can't be written: which, and why, is found out singly
            decided = self._take(self._desk.take_singly, jobs)
        self._remembered.put(decided.under_way)
        return decided.outcomes

    def _take(self, take: Callable[[Sequence[Job]], Decided], jobs: Sequence[Job]) -> Decided:
        """Commit contact details first, then the answers that say they were given; take back afterwards."""
        details, done = list[Submission](), dict[Person, frozenset[str]]()
        visits = self._visits.due()
        with transaction(self._answers):
            writes = self._answers.writes_by_others()
            with self._looking:
                self._remembered.see_writes(writes)
            decided = self._in_time(take, jobs)
            for job, receipt in zip(jobs, decided.outcomes, strict=True):
                if not isinstance(job, Submission) or not isinstance(receipt, Receipt):
                    continue
                if marked := marked_details(job, receipt):
                    details.append(replace(job, details=marked))
                if receipt.fate in DONE and receipt.kept and self._asks_for_contacts(receipt.kept.version):
                    study = self._versions.study(receipt.kept.version)
                    done[_person(job)] = marks(study, receipt.kept.answers.values)
            if visits:
                add_visits(self._answers, visits)
            self._put(details)
        self._tidying.note_marks(done)
        if visits:
            self._visits.forget()
        self._note_visits(jobs, decided.outcomes)
        return decided

    def _in_time(self, take: Callable[[Sequence[Job]], Decided], jobs: Sequence[Job]) -> Decided:
        """Take the jobs that come while fieldwork is open; a server may know of that a second late."""
        latest = read_latest(self._answers)
        if latest is None:
            return take(jobs)
        if latest.phase is Phase.CLOSED:
            return turned_away(jobs)
        last = closing_day(latest, self._versions.study(latest.version).about)
        late = {place for place, job in enumerate(jobs) if last is not None and job.day > last}
        if not late:
            return take(jobs)
        decided = take([job for place, job in enumerate(jobs) if place not in late])
        taken = iter(decided.outcomes)
        outcomes = [FieldworkClosed() if place in late else next(taken) for place in range(len(jobs))]
        return replace(decided, outcomes=outcomes)

    def _note_visits(self, jobs: Sequence[Job], outcomes: Sequence[Outcome]) -> None:
        for job, receipt in zip(jobs, outcomes, strict=True):
            if (
                isinstance(job, Submission)
                and job.seconds is not None
                and isinstance(receipt, Receipt)
                and receipt.fate in WRITTEN
                and receipt.kept
                and receipt.kept.purpose is Purpose.LIVE
            ):
                self._visits.note(job.page, job.seconds)

    def _put(self, submissions: Sequence[Submission]) -> None:
        if submissions:
            sealing = self._sealing()
            with transaction(self._contacts):
                for one in submissions:
                    put_details(self._contacts, sealing, one.contact_key, one.details)

    def _sealing(self) -> Sealing:
        """Give what details are sealed with: the keys that were published last, whoever they come from."""
        entry = self.current_phase()
        asked = self._versions.study(entry.version) if entry else self._study
        return read_sealing(asked.fielding.contact_keys or self._study.fielding.contact_keys)

    def _asks_for_contacts(self, version: str) -> bool:
        if version not in self._asks_contacts:
            variables = self._versions.study(version).codebook.variables.values()
            self._asks_contacts[version] = any(variable.private for variable in variables)
        return self._asks_contacts[version]


def _person(submission: Submission) -> Person:
    return submission.key, submission.contact_key


def _demand(outcome: Outcome, kind: type[Done]) -> Done:
    if isinstance(outcome, kind):
        return outcome
    raise outcome if isinstance(outcome, Exception) else TypeError(f"{outcome} is no {kind.__name__}")
