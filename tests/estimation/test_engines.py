"""All engines add up the same rows to the same moments: shares agree to 1e-12.

The plain one goes row by row in numpy and is what the others are held against.
"""

from collections.abc import Callable, Iterator
from itertools import zip_longest

import numpy as np
import pytest
from engine_case import EngineCase
from engine_places import Database, Memory, Place, duckdb_place, postgres_place, sail_place
from generated_cases import CASES, small_cases
from hypothesis import given, settings

from peil.estimation.arrays import Floats
from peil.estimation.frame import Frame
from peil.estimation.moments import Sums
from postgres_server import PostgresServer

pytestmark = pytest.mark.slow

CLOSE = 1e-12


@pytest.fixture(scope="module")
def packed() -> Memory:
    return Memory()


@pytest.fixture(scope="module")
def duckdb() -> Database:
    return duckdb_place()


@pytest.fixture(scope="module")
def postgres(postgres_server: PostgresServer) -> Iterator[Database]:
    with postgres_place(postgres_server) as place:
        yield place


@pytest.fixture(scope="module")
def sail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with sail_place(tmp_path_factory.mktemp("sail"), cluster=False) as place:
        yield place


@pytest.fixture(scope="module")
def sail_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with sail_place(tmp_path_factory.mktemp("sail"), cluster=True) as place:
        yield place


@pytest.fixture(scope="module", params=["packed", "duckdb", "postgres", "sail", "sail_cluster"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_engines_agree(place: Place, make: Callable[[], EngineCase]) -> None:
    agree(place, make())


@given(small_cases())
@settings(max_examples=60)
@pytest.mark.parametrize("name", ["packed", "duckdb"])
def test_small_tables_agree_quickly(request: pytest.FixtureRequest, name: str, case: EngineCase) -> None:
    agree(request.getfixturevalue(name), case)


@given(small_cases())
@settings(max_examples=12)
@pytest.mark.parametrize("name", ["postgres", "sail", "sail_cluster"])
def test_small_tables_agree(request: pytest.FixtureRequest, name: str, case: EngineCase) -> None:
    agree(request.getfixturevalue(name), case)


def agree(place: Place, case: EngineCase) -> None:
    """Hold an engine's frame and moments against those of the plain engine."""
    engine, frame = place.put(case)
    same_frame(frame, case.frame)
    asked = (case.questions, case.banners)
    for ours, plain in zip_longest(engine.tables(*asked), case.reference.tables(*asked)):
        assert ours[:2] == plain[:2]
        same_sums(ours[2].base, plain[2].base)
        same_sums(ours[2].cells, plain[2].cells)
        close(shares(ours[2].cells.w, ours[2].base.w), shares(plain[2].cells.w, plain[2].base.w), 1.0)
    for ours, plain in zip_longest(engine.ticks(*asked), case.reference.ticks(*asked)):
        assert ours[:2] == plain[:2]
        close(ours[2].overlap, plain[2].overlap)
    for ours, plain in zip_longest(
        engine.numbers(case.numbers, case.banners), case.reference.numbers(case.numbers, case.banners)
    ):
        assert ours[:2] == plain[:2]
        same_sums(ours[2].sums, plain[2].sums)
        for name in ("wx", "wx2", "w2x", "w2x2"):
            close(getattr(ours[2], name), getattr(plain[2], name))
    if case.replicates:
        for ours, plain in zip_longest(engine.replicates(*asked), case.reference.replicates(*asked)):
            assert ours[:2] == plain[:2]
            close(ours[2].base, plain[2].base)
            close(ours[2].cells, plain[2].cells)


def same_frame(ours: Frame, plain: Frame) -> None:
    assert ours.rows_drawn == plain.rows_drawn
    for level, other in zip_longest(ours.levels, plain.levels):
        np.testing.assert_array_equal(level.parent, other.parent)
        np.testing.assert_array_equal(level.drawn, other.drawn)
        close(level.population, other.population)


def same_sums(ours: Sums, plain: Sums) -> None:
    np.testing.assert_array_equal(ours.n, plain.n)
    np.testing.assert_array_equal(ours.positive, plain.positive)
    close(ours.w, plain.w)
    close(ours.w2, plain.w2)


def shares(part: Floats, whole: Floats) -> Floats:
    """Give the shares over all units; 0 of nothing."""
    base = whole.sum(axis=0)[..., None]
    return np.divide(part.sum(axis=0), base, out=np.zeros(part.shape[1:]), where=base > 0)


def close(ours: Floats, plain: Floats, size: float | None = None) -> None:
    """Hold sums together to 1e-12 of the largest among them: sums over signs may cancel."""
    assert ours.shape == plain.shape
    finite = np.abs(plain[np.isfinite(plain)])
    size = float(finite.max(initial=0.0)) if size is None else size
    np.testing.assert_allclose(ours, plain, rtol=CLOSE, atol=CLOSE * size)
