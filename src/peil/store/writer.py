"""One thread that writes, so that pages sent in at the same time share one sync of the disk."""

from collections import deque
from concurrent.futures import Future
from threading import Condition, Thread
from typing import Any

from peil.store.errors import StoreBusy, StoreUnavailable
from peil.store.kept import Kept
from peil.store.opening import Opening
from peil.store.receipt import Receipt
from peil.store.store import Store
from peil.store.submission import Submission

Waiting = tuple[Opening | Submission, Future[Any]]
"""A job, and the future of the Kept or Receipt that it gives."""


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
        self._queue(opening, future)
        return future

    def submit(self, submission: Submission) -> Future[Receipt]:
        """Queue a submission, as ``open_interview`` does; its future gives what became of it."""
        future: Future[Receipt] = Future()
        self._queue(submission, future)
        return future

    def close(self) -> None:
        """Write what is waiting, and end."""
        with self._turn:
            self._closing = True
            self._turn.notify()
        self._thread.join()

    def _queue(self, job: Opening | Submission, future: Future[Any]) -> None:
        future.set_running_or_notify_cancel()
        with self._turn:
            if self._closing:
                raise StoreUnavailable("the store is closing")
            if len(self._waiting) >= self._most_waiting:
                raise StoreBusy(f"{self._most_waiting} are waiting")
            self._waiting.append((job, future))
            self._turn.notify()

    def _run(self) -> None:
        while batch := self._next():
            try:
                outcomes = self._store.submit_all([job for job, _ in batch])
            except Exception as error:  # noqa: BLE001 - the thread must outlive any failure, and tell it
                for _, future in batch:
                    future.set_exception(error)
                continue
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                if isinstance(outcome, StoreUnavailable):
                    future.set_exception(outcome)
                else:
                    future.set_result(outcome)

    def _next(self) -> list[Waiting]:
        """Wait for jobs and take as many as are written together; none when it's over."""
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._closing)
            many = min(len(self._waiting), self._most_together)
            return [self._waiting.popleft() for _ in range(many)]
