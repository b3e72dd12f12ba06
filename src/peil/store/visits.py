"""Visits to pages gathered in memory, and added to the counts a while later."""

from collections import Counter
from time import monotonic

from peil.store.page_seconds import Visits, bin_of

MOST = 500
"""Visits gathered before they are added."""

LATER_SECONDS = 10.0
"""After that they are added however few there are."""


class GatheredVisits:
    """Counts that wait to be added: with whose page they came can't be told from the database any more.

    What a crash loses of them are counts, and no answers.
    """

    def __init__(self) -> None:
        self._counts = Counter[tuple[str, int]]()
        self._since = 0.0

    def __bool__(self) -> bool:
        """Say whether any wait."""
        return bool(self._counts)

    def note(self, page: str, seconds: int) -> None:
        """Note a visit."""
        if not self._counts:
            self._since = monotonic()
        self._counts[page, bin_of(seconds)] += 1

    def due(self) -> Visits:
        """Give what is to be added now; nothing when it is early yet."""
        late = self._counts.total() >= MOST or monotonic() - self._since >= LATER_SECONDS
        return self._counts if late else {}

    def waiting(self) -> Visits:
        """Give all that wait."""
        return self._counts

    def forget(self) -> None:
        """Forget what was added."""
        self._counts = Counter()
