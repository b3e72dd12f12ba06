"""Deleting for good what a store has kept long enough; each step can be done again after a crash."""

import datetime as dt
from threading import Lock

from peil.store.contact_rows import count_people, delete_all_details
from peil.store.database import Database
from peil.store.retired import Retired, What
from peil.store.retired_rows import (
    begin_retiring,
    count_interviews,
    delete_all_interviews,
    finish_retiring,
    read_retired,
)


class Retiring:
    """What ``Store.retiring`` gives.

    Every method raises StoreUnavailable when the store can't be used now; then nothing is lost, and the same
    can be done again.

    Args:
        answers: The answers database.
        contacts: The contacts database.
        turn: Held while they are used.
    """

    def __init__(self, answers: Database, contacts: Database, turn: Lock) -> None:
        self._answers = answers
        self._contacts = contacts
        self._turn = turn

    def log(self) -> tuple[Retired, ...]:
        """Give what was deleted before, in order."""
        with self._turn:
            return read_retired(self._answers)

    def interviews(self) -> int:
        """Count the interviews, for whatever they were."""
        with self._turn:
            return count_interviews(self._answers)

    def people(self) -> int:
        """Count the respondents who left contact details."""
        with self._turn:
            return count_people(self._contacts)

    def begin(self, what: What, day: dt.date, count: int) -> None:
        """Note that something is being deleted."""
        with self._turn:
            begin_retiring(self._answers, what, day, count)

    def finish(self, what: What) -> None:
        """Note that it is gone."""
        with self._turn:
            finish_retiring(self._answers, what)

    def delete_answers(self) -> None:
        """Delete every interview, and what could be read of it in the database's files."""
        with self._turn:
            delete_all_interviews(self._answers)
            self._answers.forget_traces()

    def delete_contacts(self) -> None:
        """Delete everybody's contact details, and what could be read of them in the database's files."""
        with self._turn:
            delete_all_details(self._contacts)
            self._contacts.forget_traces()
