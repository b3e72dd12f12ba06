"""What all tests share.

No test measures time, so no example has a deadline: a busy machine must not turn a property red. In CI the
examples are drawn the same way every time; on a developer's machine they differ from run to run. The unit
suite (``make unit``) looks at fewer examples of each property that doesn't say how many it needs.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from needs_no_machine import alone, needs_machine, refuse
from office_programs import ABSENT_LIBREOFFICE, ABSENT_PSPP, LibreOffice, Pspp, find_program
from postgres_server import INSTALL, PostgresServer, find_binaries, running
from reference_material import REFERENCE

if TYPE_CHECKING:
    from real_browser import Launch

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.register_profile("unit", settings.get_profile("here"), max_examples=20)
settings.load_profile("ci" if os.environ.get("CI") else "here")

refuse()


def pytest_report_header() -> str:
    """Say at the head of every run what can't be tested for want of reference material."""
    if REFERENCE.is_dir():
        return "reference material: present"
    return "reference material: ABSENT; tests against published tables and reference values are SKIPPED"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep whatever asks for a machine beside Python out of the unit suite."""
    for item in items:
        if needs_machine(tuple(getattr(item, "fixturenames", ()))):
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Refuse every program and port to the fixtures of a test of the unit suite."""
    with alone(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Refuse them to the test itself; what is torn down after it may be another test's, of the whole run."""
    with alone(item):
        return (yield)


@pytest.fixture(scope="session")
def launch() -> "Iterator[Launch]":
    """Start Chromium; in CI it may not be missing."""
    from real_browser import ABSENT, find_chromium, launching  # noqa: PLC0415 - few tests need Playwright

    chromium = find_chromium()
    if chromium is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(ABSENT)
    with launching(chromium) as start:
        yield start


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice, to open what is made for an office suite; in CI it may not be missing."""
    program = find_program("find_libreoffice")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(ABSENT_LIBREOFFICE)
    return LibreOffice(program, tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def pspp() -> Pspp:
    """PSPP, to read SPSS files; in CI it may not be missing."""
    program = find_program("find_pspp")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(ABSENT_PSPP)
    return Pspp(program)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server of this test run's own; in CI it may not be missing."""
    binaries = find_binaries()
    if binaries is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(INSTALL)
    with running(binaries) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> str:
    """An empty PostgreSQL database."""
    return postgres_server.empty_url()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a new store, on each database in turn."""
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'store'}"
    url: str = request.getfixturevalue("postgres_url")
    return url
