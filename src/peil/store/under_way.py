"""Interviews under way, remembered between one page and the next."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from peil.interview.interview import Interview
from peil.store.judge import Earlier
from peil.store.kept import Kept

SURE_SECONDS = 0.05
"""How long readers go on with what is remembered after it was seen that nobody else has written."""

MOST = 16384
"""How many are remembered; those that nobody asked for longest are forgotten first."""


@dataclass(frozen=True, slots=True)
class UnderWay:
    """An interview as it was last read or written.

    Args:
        kept: The interview.
        nonces: Page and nonce of all submissions that it has accepted.
        walked: Its answers walked in its own version, where that has been done.
    """

    kept: Kept
    nonces: Mapping[tuple[str, str], Earlier]
    walked: Interview | None = None

    def is_as(self, now: tuple[str, int] | None) -> bool:
        """Say whether it is what the database has now, by id and revision: others may have written."""
        return now == (self.kept.id, self.kept.revision)


class Remembered:
    """The interviews under way by key, as many as there is room for. Safe to use from several threads.

    Whoever writes compares with the database's revision first, and so does whoever reads, unless it was just
    seen that no other process has written.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._by_key = OrderedDict[str, UnderWay]()
        self._turn = Lock()
        self._writes: int | None = None
        self._sure_until = 0.0

    @property
    def is_sure(self) -> bool:
        """Whether it was just seen that what is remembered is what the database has."""
        return monotonic() < self._sure_until

    def see_writes(self, by_others: int | None) -> None:
        """Take note of a number that changes when others write, or None where that can't be told.

        Then all is forgotten: somebody may have been erased.
        """
        if by_others is None:
            return
        if by_others != self._writes:
            self.clear()
            self._writes = by_others
        self._sure_until = monotonic() + SURE_SECONDS

    def get(self, key: str) -> UnderWay | None:
        """Give what is remembered of the interview with this key, or None."""
        with self._turn:
            found = self._by_key.get(key)
            if found is not None:
                self._by_key.move_to_end(key)
            return found

    def put(self, interviews: Iterable[tuple[str, UnderWay]]) -> None:
        """Remember interviews by their keys, unless a later revision is remembered already."""
        with self._turn:
            for key, one in interviews:
                there = self._by_key.get(key)
                if there and there.kept.id == one.kept.id and there.kept.revision > one.kept.revision:
                    continue
                self._by_key[key] = one
                self._by_key.move_to_end(key)
            while len(self._by_key) > self._most:
                self._by_key.popitem(last=False)

    def refine(self, key: str, old: UnderWay, new: UnderWay) -> None:
        """Put one in the place of another, if that is still what is remembered."""
        with self._turn:
            if self._by_key.get(key) is old:
                self._by_key[key] = new

    def forget(self, key: str) -> None:
        """Forget one interview."""
        with self._turn:
            self._by_key.pop(key, None)

    def forget_id(self, interview: str) -> None:
        """Forget one interview, by its id."""
        with self._turn:
            for key in [key for key, one in self._by_key.items() if one.kept.id == interview]:
                del self._by_key[key]

    def clear(self) -> None:
        """Forget all."""
        with self._turn:
            self._by_key.clear()
