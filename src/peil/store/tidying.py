"""What must follow a commit: contact details without a mark taken back, what was deleted made unreadable."""

from collections.abc import Iterable, Mapping
from time import monotonic

from peil.store import interview_rows as rows
from peil.store.contact_rows import keep_only, names_kept
from peil.store.database import Database, transaction
from peil.store.errors import StoreUnavailable
from peil.store.take import marks
from peil.store.versions import Versions

Person = tuple[str, str]
"""The key of an interview and the contact key of the same respondent; held in memory alone."""

AGAIN_SECONDS = 60.0


class Tidying:
    """What is left to be done, and doing it; used by one thread at a time.

    Args:
        versions: Gives the study of each interview: its marks are those of its own version.
        answers: The answers database, for writing.
        contacts: The contacts database.
    """

    def __init__(self, versions: Versions, answers: Database, contacts: Database) -> None:
        self._versions = versions
        self._answers = answers
        self._contacts = contacts
        self._unchecked = dict[Person, frozenset[str]]()
        self._loose = set[Person]()
        self._traces = list[Database]()
        self._after = 0.0

    def note_marks(self, told: Mapping[Person, frozenset[str]]) -> None:
        """Note which contact details people's answers say they gave: they can have left others there."""
        self._unchecked.update(told)

    def note_loose(self, people: Iterable[Person]) -> None:
        """Note who may have left contact details whose answers aren't known to be kept."""
        self._loose.update(people)

    def note_traces(self, *databases: Database) -> None:
        """Note where something was deleted."""
        self._traces += databases

    def tidy(self, *, at_last: bool = False) -> None:
        """Do what is left; what fails now is tried again a while later, or at last."""
        if not at_last and monotonic() < self._after:
            return
        try:
            self._check()
            while self._loose:
                person = next(iter(self._loose))
                self._take_back(*person)
                self._loose.discard(person)
            while self._traces:
                self._traces[-1].forget_traces()
                self._traces.pop()
        except StoreUnavailable:
            self._after = monotonic() + AGAIN_SECONDS

    def _check(self) -> None:
        """Note who has contact details without a mark: taken back now, or left by a crash before."""
        if not self._unchecked:
            return
        kept = names_kept(self._contacts, [contact_key for _, contact_key in self._unchecked])
        self._loose |= {
            person for person, told in self._unchecked.items() if not kept.get(person[1], set()) <= told
        }
        self._unchecked.clear()

    def _take_back(self, key: str, contact_key: str) -> None:
        """Delete contact details that the answers, as they are kept now, have no mark of."""
        with transaction(self._answers):
            kept = rows.find_kept(self._answers, key) if rows.lock_interview(self._answers, key) else None
            if kept is None:
                return
            told = marks(self._versions.study(kept.version), kept.answers.values)
            if keep_only(self._contacts, contact_key, told):
                self._traces.append(self._contacts)
