"""The store: interviews kept durably, contact details apart from them. Safe to use from several threads."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from threading import Lock
from time import monotonic
from typing import TypeVar

from peil.interview.answers import Answers
from peil.interview.response import Response
from peil.interview.submit import submitted_values
from peil.interview.walk import to_response
from peil.store import interview_rows as rows
from peil.store.bring_in import bring_in
from peil.store.brought_in import BroughtIn
from peil.store.contact_rows import delete_details, keep_only, names_kept, put_details, read_details
from peil.store.database import Database, savepoint, transaction
from peil.store.errors import StoreUnavailable
from peil.store.fits import misfits
from peil.store.kept import Kept
from peil.store.log_entry import LogEntry
from peil.store.opening import Opening
from peil.store.receipt import Fate, Receipt
from peil.store.serving import Serving
from peil.store.submission import Submission
from peil.store.take import WRITTEN, marked_details, marks, take_opening, take_submission
from peil.study.study import Study

Outcome = Kept | Receipt | StoreUnavailable
Person = tuple[str, str]
"""The key of an interview and the contact key of the same respondent; held in memory alone."""

TIDY_AGAIN_SECONDS = 60.0
DONE = WRITTEN | {Fate.REPEATED}
"""After these, details may be left among the contacts without a mark. A repeated one may have been cut off
between its commit and what had to follow it."""

Done = TypeVar("Done", Kept, Receipt)


class Store:
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
        self._study = study
        self._answers = answers
        self._reading = reading
        self._contacts = contacts
        self._held = held
        self._writing = Lock()
        self._looking = Lock()
        self._asks_contacts = any(variable.private for variable in study.codebook.variables.values())
        self._unchecked = dict[Person, frozenset[str]]()
        self._loose = set[Person]()
        self._traces = list[Database]()
        self._tidy_after = 0.0

    @property
    def is_near(self) -> bool:
        """Whether ``find`` takes microseconds, so that waiting for it in a thread of its own costs more."""
        return self._reading.near

    def open_interview(self, opening: Opening) -> Kept:
        """Open an interview; the same key again gives the one that is there.

        Raises:
            StoreUnavailable: It isn't known to be kept.
        """
        return _demand(self.submit_all([opening])[0], Kept)

    def submit(self, submission: Submission) -> Receipt:
        """Decide about a submission and keep what it changes, synced.

        Raises:
            StoreUnavailable: It isn't known to be kept; the same submission may come again.
        """
        return _demand(self.submit_all([submission])[0], Receipt)

    def submit_all(self, jobs: Sequence[Opening | Submission]) -> list[Outcome]:
        """Do several in one transaction; none is told before all are synced.

        A job that fails, fails alone. When the store itself fails, all do.
        """
        with self._writing:
            try:
                outcomes = self._take_all(jobs)
            except StoreUnavailable as error:
                self._loose |= {_person(job) for job in jobs if isinstance(job, Submission) and job.details}
                return [_unavailable(error) for _ in jobs]
            self._tidy()
            return outcomes

    def find(self, key: str) -> Kept | None:
        """Give the interview with this key, or None.

        Raises:
            StoreUnavailable: It can't be read now.
        """
        with self._looking:
            return rows.find_kept(self._reading, key)

    def kept(self) -> Iterator[Kept]:
        """Give every interview, sorted by id; each as it is when its turn comes."""
        with self._looking:
            interviews = rows.interview_ids(self._reading)
        for start in range(0, len(interviews), rows.TOGETHER):
            with self._looking:
                some = rows.read_together(self._reading, interviews[start : start + rows.TOGETHER])
            yield from some

    def responses(self) -> Iterator[Response]:
        """Give every interview as a response, sorted by id, with the answers of submitted pages alone."""
        for kept in self.kept():
            values = submitted_values(self._study, kept.answers)
            answers = Answers(values, kept.answers.pages)
            yield to_response(self._study, kept.id, answers, synthetic=kept.synthetic)

    def log(self, interview: str) -> tuple[LogEntry, ...]:
        """Give the log of the interview with this id, in order."""
        with self._looking:
            return rows.read_log(self._reading, interview)

    def contact_details(self) -> Iterator[dict[str, str]]:
        """Give each respondent's contact details by variable name; nothing says whose answers are whose."""
        with self._writing:
            people = list(read_details(self._contacts))
        yield from people

    def bring_in(self, responses: Iterable[Response], day: dt.date) -> BroughtIn:
        """Add responses from a file, all of them or none.

        One that is there with the same answers changes nothing; one that is there with others is named, and
        then nothing is brought in.
        """
        with self._writing:
            return bring_in(self._study, self._answers, responses, day)

    def keep_version(self, fingerprint: str, texts: Mapping[str, str]) -> None:
        """Keep the questionnaire's text as it is asked; once by its fingerprint."""
        with self._writing, transaction(self._answers):
            self._answers.execute(
                "INSERT INTO versions (fingerprint, texts) VALUES (?, ?)"
                " ON CONFLICT (fingerprint) DO NOTHING",
                (fingerprint, json.dumps(dict(texts), sort_keys=True)),
            )

    def versions(self) -> dict[str, dict[str, str]]:
        """Give the texts that were kept, by fingerprint."""
        with self._looking:
            found = self._reading.execute("SELECT fingerprint, texts FROM versions ORDER BY fingerprint")
        return {fingerprint: json.loads(texts) for fingerprint, texts in found}

    def misfits(self) -> tuple[str, ...]:
        """Give the names of variables, sorted, that there are answers to and the study has no place for."""
        with self._looking:
            return misfits(self._study, self._reading)

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
            self._traces += [self._answers, self._contacts]
            self._tidy()
            return interview is not None

    def erase_by_id(self, interview: str) -> bool:
        """Delete the interview with this id; its contact details can't be found without the code."""
        with self._writing:
            with transaction(self._answers):
                found = rows.lock_by_id(self._answers, interview)
                rows.delete_interview(self._answers, interview)
            self._traces.append(self._answers)
            self._tidy()
            return found

    def close(self) -> None:
        """Let the databases go."""
        with self._writing, self._looking:
            self._reading.close()
            self._tidy_after = 0.0
            self._tidy()
            self._answers.close()
            self._contacts.close()
            if self._held:
                self._held.close()

    def _take_all(self, jobs: Sequence[Opening | Submission]) -> list[Outcome]:
        """Commit contact details first, then the answers that say they were given; take back afterwards."""
        outcomes: dict[int, Outcome] = {}
        details, done = list[Submission](), dict[Person, frozenset[str]]()
        with transaction(self._answers):
            # In the order of their keys, so that two processes never wait for each other's interviews.
            for place, job in sorted(enumerate(jobs), key=lambda one: one[1].key):
                try:
                    with savepoint(self._answers):
                        if isinstance(job, Opening):
                            outcomes[place] = take_opening(self._answers, job)
                            continue
                        receipt = take_submission(self._study, self._answers, job)
                except StoreUnavailable:
                    raise
                except Exception as error:  # noqa: BLE001 - whatever the reason, it fails alone
                    outcomes[place] = _unavailable(error)
                    continue
                outcomes[place] = receipt
                if marked := marked_details(job, receipt):
                    details.append(replace(job, details=marked))
                if receipt.fate in DONE and receipt.kept and self._asks_contacts:
                    done[_person(job)] = marks(self._study, receipt.kept.answers.values)
            self._put(details)
        self._unchecked |= done
        return [outcomes[place] for place in range(len(jobs))]

    def _put(self, submissions: Sequence[Submission]) -> None:
        if submissions:
            with transaction(self._contacts):
                for one in submissions:
                    put_details(self._contacts, one.contact_key, one.page, one.details)

    def _tidy(self) -> None:
        """Do what must follow a commit; what fails now is tried again a while later."""
        if monotonic() < self._tidy_after:
            return
        try:
            self._check_contacts()
            while self._loose:
                person = next(iter(self._loose))
                self._take_back(*person)
                self._loose.discard(person)
            while self._traces:
                self._traces[-1].forget_traces()
                self._traces.pop()
        except StoreUnavailable:
            self._tidy_after = monotonic() + TIDY_AGAIN_SECONDS

    def _check_contacts(self) -> None:
        """Note who has contact details without a mark: taken back now, or left by a crash before."""
        kept = names_kept(self._contacts, [contact_key for _, contact_key in self._unchecked])
        self._loose |= {
            person for person, told in self._unchecked.items() if not kept.get(person[1], set()) <= told
        }
        self._unchecked.clear()

    def _take_back(self, key: str, contact_key: str) -> None:
        """Delete contact details that the answers, as they are kept now, have no mark of."""
        with transaction(self._answers):
            kept = rows.find_kept(self._answers, key) if rows.lock_interview(self._answers, key) else None
            if kept and keep_only(self._contacts, contact_key, marks(self._study, kept.answers.values)):
                self._traces.append(self._contacts)


def _person(submission: Submission) -> Person:
    return submission.key, submission.contact_key


def _demand(outcome: Outcome, kind: type[Done]) -> Done:
    if isinstance(outcome, kind):
        return outcome
    raise outcome if isinstance(outcome, StoreUnavailable) else TypeError(f"{outcome} is no {kind.__name__}")


def _unavailable(error: Exception) -> StoreUnavailable:
    """Give each job an error of its own, so that threads don't share one."""
    told = StoreUnavailable(str(error) if isinstance(error, StoreUnavailable) else type(error).__name__)
    told.__cause__ = error
    return told
