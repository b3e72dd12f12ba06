"""The rows of a study in the field, kept in memory and brought up to date at each look."""

from collections.abc import Iterable

from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.data.merge_rows import merge_rows
from peil.fieldwork.batches import batch_size
from peil.fieldwork.told_interviews import tell_interviews
from peil.interview.response import Response
from peil.store.standing_rows import Standing, standing_of
from peil.store.store import Store
from peil.study.study import Study


class LiveRows:
    """A store's live interviews as a data set.

    Each look asks where every interview stands and reads those alone that are new, have changed (a page sent
    in, or sent in again) or are gone. Of an anonymous study in the field it gives what ``tell_interviews``
    tells, whole batches of interviews that are over, each as it was when it was first told.

    Args:
        study: The study.
        store: Its store.
    """

    def __init__(self, study: Study, store: Store) -> None:
        self._study = study
        self._store = store
        self._standings: dict[str, Standing] = {}
        self._told: tuple[Response, ...] | None = None
        self._rows = from_responses(study, ())

    def look(self) -> Dataset:
        """Give the rows as they are now, sorted by id: the same data set where nothing changed.

        Raises:
            StoreUnavailable: The store can't be read now.
        """
        log = self._store.phase_log()
        if batch_size(self._study, log[-1].phase if log else None) > 1:
            self._take_batches()
        else:
            self._take_changes()
        return self._rows

    def _take_changes(self) -> None:
        if self._told is not None:  # batches may hold interviews as they were long ago
            self._told, self._standings, self._rows = None, {}, from_responses(self._study, ())
        now, before = self._store.standings(), self._standings
        gone = before.keys() - now.keys()
        changed = [interview for interview, standing in now.items() if before.get(interview) != standing]
        if not changed and not gone:
            return
        read = list(self._store.some_interviews(changed))
        there = {kept.id for kept, _ in read}
        gone |= {interview for interview in changed if interview not in there}  # erased while it was read
        fresh = self._dataset(response for _, response in read)
        self._rows = merge_rows(self._rows, fresh, gone)
        self._standings = {name: one for name, one in before.items() if name not in gone}
        self._standings |= {kept.id: standing_of(kept) for kept, _ in read}

    def _take_batches(self) -> None:
        told = tell_interviews(self._study, self._store).responses
        if told != self._told:
            self._told, self._rows = told, self._dataset(told)

    def _dataset(self, responses: Iterable[Response]) -> Dataset:
        return from_responses(self._study, responses)
