"""A program without a file, as pyspark has to see it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def named_main() -> Iterator[None]:
    """Give the running program's main module a file for as long, where it has none.

    pyspark takes a program without one (``python -c``, a worker of a pool) for a run of its own examples,
    looks for a whole Spark, and ends the process.
    """
    main = sys.modules["__main__"]
    if hasattr(main, "__file__"):
        yield
        return
    main.__file__ = "<peil>"
    try:
        yield
    finally:
        del main.__file__
