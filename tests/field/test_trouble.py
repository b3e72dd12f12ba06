"""Whole interviews through trouble: what was acknowledged is kept, and respondents can go on.

Each respondent sends the same form again, as a browser does, until the server is back. In the end every cell
of every interview is compared with what was answered.
"""

import os
import random
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from test_simulated_interviews import Given, assert_all_kept

from failing_disk import FailingDisk
from field_driver import PatientVisitor, give_interview
from kinds_study import write_kinds_study
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.study.study import Study
from postgres_server import INSTALL, PostgresServer, find_binaries, running
from served import Served

RESPONDENTS = 6
SECRETS = ("sqlite", "psycopg", "Traceback", "SELECT", "INSERT", "database", "peil.store")
DAY = 24 * 60 * 60

Trouble = Callable[[threading.Event], None]
"""Makes trouble, and is told when all interviews are over."""


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return write_kinds_study(tmp_path / "study")


@contextmanager
def troubled(trouble: Trouble, times: int, seed: int) -> Iterator[list[str]]:
    """Make trouble now and then while what is inside goes on."""
    chance = random.Random(seed)  # noqa: S311 - the same trouble every time
    over, made = threading.Event(), list[str]()

    def make() -> None:
        for number in range(times):
            if over.wait(chance.uniform(0.2, 0.6)):
                return
            trouble(over)
            made.append(f"trouble {number}")

    thread = threading.Thread(target=make)
    thread.start()
    try:
        yield made
    finally:
        over.set()
        thread.join()


def hold(served: Served, responses: Sequence[Response], visitors: list[PatientVisitor]) -> list[Given]:
    def some(number: int) -> list[Given]:
        visitor = PatientVisitor("127.0.0.1", served.port, "nl")
        visitors.append(visitor)
        given = []
        for response in responses[number::RESPONDENTS]:
            visitor.forget("nl")
            code = give_interview(visitor, served.study, response)
            if code is not None:
                given.append((code, response))
        visitor.close()
        return given

    with ThreadPoolExecutor(RESPONDENTS) as pool:
        return [one for some_given in pool.map(some, range(RESPONDENTS)) for one in some_given]


def assert_nothing_lost(served: Served, responses: Sequence[Response], given: Sequence[Given]) -> None:
    cells = sum(len(response.answers.values) for _, response in given)
    assert len(given) == len(responses)
    assert cells > 500
    assert_all_kept(served, given)


def take_part(
    served: Served, trouble: Trouble, seed: int, interviews: int, visitors: list[PatientVisitor]
) -> None:
    """Hold interviews while trouble is made, by visitors that are listed, and compare every cell."""
    responses = [one for one in simulate(served.study, interviews, seed, 0.0) if one.answers.pages]
    with troubled(trouble, times=4, seed=seed) as made:
        given = hold(served, responses, visitors)
    assert made, "there was no trouble: more interviews are needed"
    assert_nothing_lost(served, responses, given)
    for visitor in visitors:
        for text in visitor.calm:
            assert not any(secret in text for secret in SECRETS), text


@pytest.mark.slow
def test_the_server_is_killed_in_mid_load(study: Study, tmp_path: Path, store_url: str) -> None:
    visitors: list[PatientVisitor] = []
    with Served(study, tmp_path, store_url) as served:

        def trouble(_over: threading.Event) -> None:
            served.kill()
            served.start()

        take_part(served, trouble, 11, 80, visitors)
    assert sum(visitor.lost for visitor in visitors) > 0


@pytest.fixture
def own_postgres() -> Iterator[PostgresServer]:
    binaries = find_binaries()
    if binaries is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(INSTALL)
    with running(binaries) as server:
        yield server


@pytest.mark.slow
def test_postgresql_is_killed_in_mid_load(study: Study, tmp_path: Path, own_postgres: PostgresServer) -> None:
    visitors: list[PatientVisitor] = []
    with Served(study, tmp_path, own_postgres.url()) as served:
        take_part(served, lambda _: own_postgres.crash(), 12, 80, visitors)
    assert sum(len(visitor.calm) for visitor in visitors) > 0


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["full", "read-only"])
def test_the_disk_can_not_be_written(study: Study, tmp_path: Path, fault: str) -> None:
    disk = FailingDisk(tmp_path / "disk", tmp_path)
    disk.folder.mkdir()
    visitors: list[PatientVisitor] = []

    def refused() -> int:
        return sum(len(visitor.calm) for visitor in visitors)

    def trouble(over: threading.Event) -> None:
        before = refused()
        (disk.fill if fault == "full" else disk.lock)()
        over.wait(0.4)
        while refused() == before and not over.wait(0.01):
            pass
        disk.mend()

    store = f"sqlite:{disk.folder / 'store'}"
    with Served(study, tmp_path, store, environment=disk.environment) as served:
        take_part(served, trouble, 13, 80, visitors)
        assert served.said().count("Traceback") == 0
    assert sum(len(visitor.calm) for visitor in visitors) > 0


@pytest.mark.slow
def test_the_clock_jumps(study: Study, tmp_path: Path) -> None:
    disk = FailingDisk(tmp_path / "disk", tmp_path)
    disk.folder.mkdir()
    jumps = iter((400 * DAY, -400 * DAY, 3600, -10_000 * DAY))

    def trouble(_over: threading.Event) -> None:
        disk.set_clock(next(jumps))

    store = f"sqlite:{disk.folder / 'store'}"
    with Served(study, tmp_path, store, environment=disk.environment) as served:
        take_part(served, trouble, 14, 80, [])
