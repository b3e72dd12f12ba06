"""Who has started and who has finished, in an anonymous study: gathered in memory, noted ten or more at once.

Someone who watches the database sees that ten people have finished, never which of the interviews is whose.
What is gathered when the server stops is forgotten: those persons may get a reminder, and the mail says so.
So is what is gathered when fieldwork is closed: nobody is reminded then, and nothing may be noted any more.
"""

from threading import Lock

from starlette.concurrency import run_in_threadpool

from peil.field.failures import LOG, told
from peil.interview.code import sample_key
from peil.store.errors import StoreUnavailable
from peil.store.mark import LEAST_TOGETHER, Mark
from peil.store.sample.sample import Sample
from peil.study.fielding import Privacy


class Flags:
    """What is gathered in one server process; each of several gathers its own ten. Safe to use from threads.

    Args:
        sample: The sample. In a confidential study nothing is gathered: who has finished is looked up there.
    """

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._gathers = sample.privacy is Privacy.ANONYMOUS
        self._waiting: dict[Mark, set[str]] = {mark: set() for mark in Mark}
        self._turn = Lock()
        self._noting = Lock()

    async def add(self, mark: Mark, token: str) -> None:
        """Gather that the person with this token has started or finished; nothing that fails is told."""
        if not self._gathers:
            return
        with self._turn:
            self._waiting[mark].add(sample_key(token))
            enough = len(self._waiting[mark]) >= LEAST_TOGETHER
        if enough:
            await run_in_threadpool(self.note)

    def forget(self) -> None:
        """Forget what is gathered."""
        with self._turn:
            for gathered in self._waiting.values():
                gathered.clear()

    def note(self) -> None:
        """Note what can be noted without anyone standing apart; the rest goes on waiting.

        The respondent whose page brought it about has nothing to do with it: a sample that can't be written
        to is tried again with the next one. While it is being written to, what comes goes on waiting.
        """
        if not self._noting.acquire(blocking=False):
            return
        try:
            self._note()
        finally:
            self._noting.release()

    def _note(self) -> None:
        for mark in Mark:
            with self._turn:
                ready = frozenset(self._waiting[mark])
            if len(ready) < LEAST_TOGETHER:
                continue
            try:
                left = self._sample.note(mark, ready)
            except StoreUnavailable as error:
                LOG.warning("the sample could not be used\n%s", told(error))
                return
            with self._turn:
                self._waiting[mark] -= ready - left
