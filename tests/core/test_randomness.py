"""Random bytes from a reserve are as good as those of the system: none is given twice."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from peil.core.randomness import TOGETHER, random_bytes


def test_as_many_as_asked_for() -> None:
    assert [len(random_bytes(number)) for number in (0, 1, 16, TOGETHER, TOGETHER + 1)] == [
        *(0, 1, 16, TOGETHER, TOGETHER + 1)
    ]


@pytest.mark.slow
def test_none_is_given_twice_to_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: random_bytes(16), range(5000)))
    assert len({*found}) == 5000


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system doesn't fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_child_gives_others() -> None:
    random_bytes(1)
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writable, random_bytes(16))
        os._exit(0)
    os.waitpid(child, 0)
    theirs = os.read(readable, 16)
    os.close(readable)
    os.close(writable)
    assert theirs != random_bytes(16)
