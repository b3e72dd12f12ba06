"""Work on several columns at once, where there is enough of it."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Given = TypeVar("Given")
Made = TypeVar("Made")

FEW_ROWS = 10_000
"""For so few rows threads, the compiled kernel and an order of rows cost more than they save."""


def threads_for(rows: int) -> int:
    """Give how many threads pay: one for each processor that this process may use."""
    if rows <= FEW_ROWS:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_each(
    given: Iterable[Given], make: Callable[[Given], Made], threads: int
) -> Iterator[tuple[Given, Made]]:
    """Make one thing of each, some at once and few more than are taken; give them in order."""
    if threads == 1:
        yield from ((each, make(each)) for each in given)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - few rows need no threads

    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[tuple[Given, Future[Made]]] = deque()
        for each in given:
            waiting.append((each, pool.submit(make, each)))
            if len(waiting) > 2 * threads:
                first, made = waiting.popleft()
                yield first, made.result()
        for first, made in waiting:
            yield first, made.result()
