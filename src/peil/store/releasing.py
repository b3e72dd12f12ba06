"""What an anonymous study tells of single interviews in the field: whole batches of those that are over."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from peil.store.database import Database, transaction
from peil.store.mark import LEAST_TOGETHER
from peil.store.released_rows import add_released, forget_released, lock_unchanged, read_released


@dataclass(frozen=True, slots=True)
class Over:
    """An interview that is over: how it ended, and the revision that it had then."""

    outcome: str
    revision: int


class Releasing:
    """What ``Store.releasing`` gives.

    Every method raises StoreUnavailable when the store can't be used now; then nothing is noted.

    Args:
        answers: The answers database.
        turn: Held while it is used.
    """

    def __init__(self, answers: Database, turn: Lock) -> None:
        self._answers = answers
        self._turn = turn

    def release(self, over: Mapping[str, Over]) -> dict[str, int]:
        """Give interview id to the revision that may be told, of all that were ever released.

        Of those that ended in one way ten, twenty … more are released, or nobody: between two looks no fewer
        than ten come to stand there together. Which ones is drawn by lot, so that who waits longer than
        others tells nothing; what is released stays so, and stays as it was.

        Args:
            over: Interviews from the web that are over, by id.
        """
        with self._turn, transaction(self._answers, alone=True):
            released = read_released(self._answers)
            waiting = {one: told.revision for one, told in over.items() if one not in released}
            by_outcome: dict[str, list[str]] = {}
            for one in lock_unchanged(self._answers, waiting):
                by_outcome.setdefault(over[one].outcome, []).append(one)
            drawn = {one: waiting[one] for some in by_outcome.values() for one in _drawn(some)}
            add_released(self._answers, drawn)
        return released | drawn

    def release_all(self, over: Mapping[str, Over]) -> None:
        """Have all that are over released and nobody else: a closed study told them."""
        revisions = {one: told.revision for one, told in over.items()}
        with self._turn, transaction(self._answers, alone=True):
            forget_released(self._answers)
            unchanged = lock_unchanged(self._answers, revisions)
            add_released(self._answers, {one: revisions[one] for one in unchanged})

    def forget(self) -> None:
        """Forget which were released: who wasn't yet came late, or changed something."""
        with self._turn, transaction(self._answers, alone=True):
            forget_released(self._answers)


def _drawn(some: list[str]) -> list[str]:
    """Draw whole batches by lot."""
    return secrets.SystemRandom().sample(some, len(some) - len(some) % LEAST_TOGETHER)
