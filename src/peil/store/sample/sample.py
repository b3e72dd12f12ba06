"""The sample: who is invited, apart from what anybody answers. Safe to use from several threads."""

import datetime as dt
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from threading import Lock

from pyrage import x25519

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.interview.code import sample_key
from peil.store.database import Database, transaction
from peil.store.mark import Mark
from peil.store.sample import erased_rows, link_rows
from peil.store.sample import sample_rows as rows
from peil.store.sample.added import Added
from peil.store.sample.closing import LINKS_DESTROYED, forget_who_answered, without_mailing
from peil.store.sample.erase_person import erase_person
from peil.store.sample.mark_rows import begin_marks
from peil.store.sample.not_mailed import why_not_invited, why_not_reminded
from peil.store.sample.noting import note_together
from peil.store.sample.outbox import Outbox
from peil.store.sample.person import NewPerson, Person
from peil.store.sample.sample_counts import SampleCounts
from peil.store.sample.sample_problems import NEEDS_IDENTITY
from peil.store.sealing import NotForThisKey, read_sealing, seal, unseal
from peil.study.fielding import Privacy
from peil.study.study import Study


class Sample:
    """The persons who are invited to one study.

    Every method raises StoreUnavailable when the sample can't be used now.

    Args:
        study: The study.
        database: The sample database.
        open_links: Opens the links database, made when it isn't there: a server never needs it.
        hold_mailing: Holds the right to mail; raises MailingElsewhere.
    """

    def __init__(
        self,
        study: Study,
        database: Database,
        open_links: Callable[[], Database],
        hold_mailing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._fielding = study.fielding
        self._database = database
        self._open_links = open_links
        self._hold_mailing = hold_mailing
        self._opened_links: Database | None = None
        self._turn = Lock()
        self._closings = rows.closings(database)

    @property
    def is_near(self) -> bool:
        """Whether looking someone up takes microseconds."""
        return self._database.near

    @property
    def privacy(self) -> Privacy | None:
        """What may link an invitation to its answers."""
        return self._fielding.privacy

    def add(self, people: Sequence[NewPerson], identities: Sequence[x25519.Identity] = ()) -> Added:
        """Add who isn't there yet and wasn't erased, told by their address; all of them or none.

        Where study.toml says ``special_category`` addresses and names are sealed on arrival.

        Args:
            people: The list, without problems.
            identities: Private keys: needed to add to a sealed sample.

        Raises:
            Unusable: Addresses are sealed, and no key opens them.
        """
        there = {one.address.lower() for one in self.readable_persons(identities)}
        erased = self.erased_among([one.address for one in people])
        new = [one for one in people if one.address.lower() not in there | erased]
        if self._fielding.special_category:
            keys = read_sealing(self._fielding.contact_keys).recipients
            kept = [replace(one, address=seal(one.address, keys), name=seal(one.name, keys)) for one in new]
        else:
            kept = new
        with self._turn, transaction(self._database):
            rows.put_setting(self._database, rows.PRIVACY, self._fielding.privacy or "")
            rows.add_persons(self._database, kept, sealed=self._fielding.special_category)
        return Added(len(new), len(people) - len(new) - len(erased), len(erased))

    def erased_among(self, addresses: Collection[str]) -> frozenset[str]:
        """Give, in lower case, those of some addresses whose owners were erased."""
        with self._turn:
            return erased_rows.erased_among(self._database, addresses)

    def kept_privacy(self) -> Privacy | None:
        """Give the mode that the sample was begun in; None while nobody is in it."""
        with self._turn:
            kept = rows.read_setting(self._database, rows.PRIVACY)
        return Privacy(kept) if kept else None

    def persons(self) -> Iterator[Person]:
        """Give everybody, sorted by their random id; each as they are when their turn comes."""
        with self._turn:
            ids = rows.person_ids(self._database)
        for start in range(0, len(ids), rows.TOGETHER):
            with self._turn:
                some = rows.read_persons(self._database, ids[start : start + rows.TOGETHER])
            yield from some

    def readable_persons(self, identities: Sequence[x25519.Identity]) -> Iterator[Person]:
        """Give everybody with a readable address, as ``unsealed`` does."""
        for person in self.persons():
            yield unsealed(person, identities)

    def to_invite(self) -> Iterator[Person]:
        """Give who is still to be invited; not those whose invitation may have arrived."""
        return (person for person in self.persons() if why_not_invited(person) is None)

    def to_remind(
        self, number: int, today: dt.date, after_days: int, finished: Container[str] = frozenset()
    ) -> Iterator[Person]:
        """Give who is to get a reminder now.

        Args:
            number: Which one, from 1.
            today: Today.
            after_days: At least so many days after the latest mail.
            finished: Holds the ids of who has finished (``Finished``); an anonymous study knows some of
                itself.
        """
        latest = today - dt.timedelta(days=after_days)
        return (one for one in self.persons() if why_not_reminded(one, number, latest, finished) is None)

    @contextmanager
    def mailing(self, finished: Container[str] = frozenset()) -> Iterator[Outbox]:
        """Mail to who isn't in ``finished`` when their turn comes; ``outbox.py`` says how.

        Raises:
            MailingElsewhere: Another process does.
        """
        confidential = self._fielding.privacy is Privacy.CONFIDENTIAL
        own_token = self._own_token if confidential else None
        with self._hold_mailing():
            yield Outbox(self._database, self._turn, self._closings, own_token, finished)

    def counts(self) -> SampleCounts:
        """Count the sample."""
        with self._turn:
            return rows.count(self._database)

    def find_invited(self, token: str) -> Person | None:
        """Give whose token this is, or None: it was never mailed, or a fresh one has voided it."""
        with self._turn:
            return rows.find_by_key(self._database, sample_key(token))

    def find_leaving(self, leave_key: str) -> Person | None:
        """Give who leaves the mailing list with this key, or None."""
        with self._turn:
            return rows.find_person(self._database, "leave_key", leave_key)

    def find_by_address(self, address: str, identities: Sequence[x25519.Identity] = ()) -> Person | None:
        """Give who has this address, in any case, or None; their address is readable then.

        Raises:
            Unusable: Addresses are sealed, and no key opens them.
        """
        with self._turn:
            found = rows.find_readable(self._database, address.strip())
        if found or not self._fielding.special_category:
            return found
        wanted = address.strip().lower()
        return next((one for one in self.readable_persons(identities) if one.address.lower() == wanted), None)

    def unsubscribe(self, person: str) -> None:
        """Send no further mail to a person."""
        self._mark("unsubscribed", person)

    def refuse(self, person: str) -> None:
        """Note that a person doesn't want to take part: no further mail either."""
        self._mark("refused", person)

    def bounce(self, person: str) -> None:
        """Note that a person's address doesn't take mail, as a later notice said."""
        self._mark("bounced", person)

    def note(self, mark: Mark, sample_keys: Collection[str]) -> frozenset[str]:
        """Note for several persons at once that they have started or finished; anonymous studies alone.

        It is done for ten or more in one transaction in random order, or not at all: also when some turn out
        to be noted already or to be nobody in the sample, and when fewer than ten would be left who are known
        to have started and not to have finished.

        Returns:
            The keys that still have to be noted, another time; those of nobody are left out.
        """
        if self._fielding.privacy is not Privacy.ANONYMOUS:
            raise ValueError("in a confidential study nothing is noted on a person")
        with self._turn, transaction(self._database):
            return note_together(self._database, mark, sample_keys)

    def known_started(self) -> frozenset[str]:
        """Give the ids of who is known to have started; some who have aren't among them."""
        with self._turn:
            return rows.marked(self._database, Mark.STARTED)

    def known_done(self) -> frozenset[str]:
        """Give the ids of who is known to have finished, likewise."""
        with self._turn:
            return rows.marked(self._database, Mark.DONE)

    def links(self) -> Iterator[tuple[str, str]]:
        """Give person and token of everybody who was mailed in a confidential study and has a link."""
        if self._fielding.privacy is Privacy.CONFIDENTIAL:
            with self._turn:
                found = list(link_rows.read_links(self._links()))
            yield from found

    def token_of(self, person: str) -> str | None:
        """Give a person's token: their personal code. None where nothing links them to one."""
        if self._fielding.privacy is not Privacy.CONFIDENTIAL:
            return None
        with self._turn:
            return link_rows.find_token(self._links(), person) or None

    def erase_person(self, person: str, address: str) -> bool:
        """Delete a person, their link and what was mailed to them; False when they weren't there.

        A keyed hash of their address stays, so that no list brings them back, and who was invited goes on
        to count as such, by number alone. Erase their answers
        first (``token_of``): nobody finds them afterwards.
        """
        with self._turn:
            if self._fielding.privacy is Privacy.CONFIDENTIAL:
                link_rows.delete_link(self._links(), person)
            with transaction(self._database):
                found = erase_person(self._database, person, address)
            self._database.forget_traces()
        return found

    def forget_persons(self) -> int:
        """Delete everybody, their links and what was mailed to them, for good; give how many they were.

        Done again, it finds nothing more.

        Raises:
            Unusable: A mailing is under way.
            StoreUnavailable: Not all is deleted; it can be asked again.
        """
        with without_mailing(self._hold_mailing), self._turn:
            if self._fielding.privacy is Privacy.CONFIDENTIAL:
                link_rows.destroy(self._links())
            with transaction(self._database):
                number = rows.delete_persons(self._database)
                erased_rows.forget_erased(self._database)
            self._database.forget_traces()
        return number

    def destroy_links(self, day: dt.date) -> int:
        """Destroy, at close, all that joins persons and interviews; give how many links there were.

        In a confidential study these are the links; in an anonymous one what was noted of who has started and
        finished, which says something once few are left; nothing more is noted from then on. In both it is
        who was reminded. Done again, it finds nothing more. Neither a backup nor PostgreSQL's own log until
        it is recycled is reached.

        Raises:
            Unusable: A mailing is under way.
            StoreUnavailable: Not all is destroyed; it can be asked again.
        """
        with without_mailing(self._hold_mailing), self._turn:
            confidential = self._fielding.privacy is Privacy.CONFIDENTIAL
            number = link_rows.destroy(self._links()) if confidential else 0
            forget_who_answered(self._database, day)
        return number

    def reopen(self) -> None:
        """Have marks noted again: fieldwork goes on."""
        with self._turn, transaction(self._database):
            begin_marks(self._database)

    def links_destroyed_on(self) -> dt.date | None:
        """Give the latest day of ``destroy_links``: who finished before isn't known any more."""
        with self._turn:
            kept = rows.read_setting(self._database, LINKS_DESTROYED)
        return dt.date.fromisoformat(kept) if kept else None

    def close(self) -> None:
        """Let the databases go."""
        with self._turn:
            self._database.close()
            if self._opened_links:
                self._opened_links.close()

    def _links(self) -> Database:
        if self._opened_links is None:
            self._opened_links = self._open_links()
        return self._opened_links

    def _own_token(self, person: str) -> str:
        return link_rows.own_token(self._links(), person)

    def _mark(self, column: str, person: str) -> None:
        with self._turn, transaction(self._database):
            rows.mark(self._database, column, [person])


def unsealed(person: Person, identities: Sequence[x25519.Identity]) -> Person:
    """Give a person with a readable address and name.

    Raises:
        Unusable: They are sealed, and none of the private keys opens them.
    """
    if not person.sealed:
        return person
    try:
        opened = [unseal(text, identities) for text in (person.address, person.name)]
    except NotForThisKey as error:
        message = "Addresses in the sample are sealed, and no private key was given that opens them."
        hint = "Name the file with the private key with --identity."
        raise Unusable([NEEDS_IDENTITY.problem(Span("--identity"), message, hint=hint)]) from error
    return replace(person, address=opened[0], name=opened[1], sealed=False)
