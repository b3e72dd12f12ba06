"""One thread that writes, so that pages sent in at the same time share one sync of the disk."""

import asyncio
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from threading import Condition, Thread
from time import sleep
from typing import Any

from peil.store.desk import Job, Outcome
from peil.store.errors import StoreBusy, StoreUnavailable
from peil.store.kept import Kept
from peil.store.opening import Opening
from peil.store.receipt import Receipt
from peil.store.store import Store
from peil.store.submission import Submission
from peil.store.visits import LATER_SECONDS

Awaited = asyncio.Future[Any]
Promise = Future[Any] | Awaited
"""What a job's outcome is handed out by: to a thread that waits, or to who awaits it in an event loop."""

Waiting = tuple[Job, Promise]

BUSY = 3
"""So many written together show that more are on their way."""

GATHERING_SECONDS = 0.004
"""How long the writer then waits for them: a sync costs the same for one page as for fifty."""


class Writer:
    """Takes openings and submissions to the store in the order in which they come.

    Args:
        store: The store.
        most_waiting: How many may wait; one more is refused.
        most_together: How many are written in one transaction.
    """

    def __init__(self, store: Store, *, most_waiting: int = 1000, most_together: int = 64) -> None:
        self._store = store
        self._most_waiting = most_waiting
        self._most_together = most_together
        self._waiting = deque[Waiting]()
        self._turn = Condition()
        self._closing = False
        self._busy = False
        self._thread = Thread(target=self._run, name="peil store writer", daemon=True)
        self._thread.start()

    def open_interview(self, opening: Opening) -> Future[Kept]:
        """Queue an opening; its future gives the interview once it is synced, or raises StoreUnavailable.

        A future can't be cancelled: who leaves after sending a page has still sent it.

        Raises:
            StoreBusy: Too many are waiting.
            StoreUnavailable: The writer is closing.
        """
        future: Future[Kept] = Future()
        future.set_running_or_notify_cancel()
        self._queue(opening, future)
        return future

    def submit(self, submission: Submission) -> Future[Receipt]:
        """Queue a submission, as ``open_interview`` does; its future gives what became of it."""
        future: Future[Receipt] = Future()
        future.set_running_or_notify_cancel()
        self._queue(submission, future)
        return future

    async def opened(self, opening: Opening) -> Kept:
        """Open an interview, and wait for it in an event loop; raises as ``open_interview`` does."""
        kept: Kept = await self._awaited(opening)
        return kept

    async def submitted(self, submission: Submission) -> Receipt:
        """Submit, and wait in an event loop for what became of it; raises as ``submit`` does."""
        receipt: Receipt = await self._awaited(submission)
        return receipt

    def close(self) -> None:
        """Write what is waiting, and end."""
        with self._turn:
            self._closing = True
            self._turn.notify()
        self._thread.join()

    def _awaited(self, job: Job) -> Awaited:
        future = asyncio.get_running_loop().create_future()
        self._queue(job, future)
        return future

    def _queue(self, job: Job, promise: Promise) -> None:
        with self._turn:
            if self._closing:
                raise StoreUnavailable("the store is closing")
            if len(self._waiting) >= self._most_waiting:
                raise StoreBusy(f"{self._most_waiting} are waiting")
            self._waiting.append((job, promise))
            self._turn.notify()

    def _run(self) -> None:
        while batch := self._next():
            outcomes: Sequence[Outcome | Exception]
            try:
                outcomes = self._store.submit_all([job for job, _ in batch])
            except Exception as error:  # noqa: BLE001 - the thread must outlive any failure, and tell it
                outcomes = [error for _ in batch]
            _hand_out([(promise, outcome) for (_, promise), outcome in zip(batch, outcomes, strict=True)])

    def _next(self) -> list[Waiting]:
        """Wait for jobs and take as many as are written together; none when it's over."""
        while True:
            with self._turn:
                came = self._turn.wait_for(lambda: self._waiting or self._closing, LATER_SECONDS)
            if came:
                return self._gathered()
            with suppress(StoreUnavailable):  # they wait on
                self._store.flush()

    def _gathered(self) -> list[Waiting]:
        if self._busy and not self._closing and len(self._waiting) < self._most_together:
            sleep(GATHERING_SECONDS)
        with self._turn:
            many = min(len(self._waiting), self._most_together)
            self._busy = many >= BUSY
            return [self._waiting.popleft() for _ in range(many)]


def _hand_out(told: Sequence[tuple[Promise, Outcome | Exception]]) -> None:
    """Give each job its outcome; an event loop is called once for all of its own."""
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[Promise, Outcome | Exception]]] = {}
    for promise, outcome in told:
        if isinstance(promise, Future):
            _fulfil(promise, outcome)
        else:
            by_loop.setdefault(promise.get_loop(), []).append((promise, outcome))
    for loop, mine in by_loop.items():
        with suppress(RuntimeError):  # a loop that ended meanwhile has nobody left to tell
            loop.call_soon_threadsafe(_fulfil_all, mine)


def _fulfil_all(told: Sequence[tuple[Promise, Outcome | Exception]]) -> None:
    for promise, outcome in told:
        if not promise.done():  # who left doesn't wait any more; what was sent is kept all the same
            _fulfil(promise, outcome)


def _fulfil(promise: Promise, outcome: Outcome | Exception) -> None:
    if isinstance(outcome, Exception):
        promise.set_exception(outcome)
    else:
        promise.set_result(outcome)
