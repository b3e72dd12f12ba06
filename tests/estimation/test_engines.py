"""All engines add up the same rows to the same moments: shares agree to 1e-12.

The plain one goes row by row in numpy and is what the others are held against.
"""

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

import numpy as np
import pytest
from engine_case import EngineCase
from engine_places import Database, Memory, Place, duckdb_place, postgres_place, sail_place
from generated_cases import CASES, replicates, small_cases, unweighted
from hypothesis import given, settings

from peil.estimation.arrays import Floats
from peil.estimation.asked import Question
from peil.estimation.frame import Frame
from peil.estimation.moments import Sums
from peil.estimation.sql.replicate_weights import MOST_SUMS
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
def cluster_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster")


@pytest.fixture(scope="module")
def sail_cluster(cluster_folder: Path) -> Iterator[Database]:
    with sail_place(cluster_folder, cluster=True) as place:
        yield place


@pytest.fixture(scope="module", params=["packed", "duckdb", "postgres", "sail", "sail_cluster"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_engines_agree(place: Place, make: Callable[[], EngineCase]) -> None:
    agree(place, make())


@pytest.mark.parametrize("name", ["packed", "duckdb", "postgres"])
def test_a_full_statement_of_replicates(request: pytest.FixtureRequest, name: str) -> None:
    agree(request.getfixturevalue(name), replicates(220, MOST_SUMS))


@given(small_cases())
@settings(max_examples=40)
@pytest.mark.parametrize("name", ["packed", "duckdb"])
def test_small_tables_agree_quickly(request: pytest.FixtureRequest, name: str, case: EngineCase) -> None:
    agree(request.getfixturevalue(name), case)


@given(small_cases())
@settings(max_examples=12)
@pytest.mark.parametrize("name", ["postgres", "sail", "sail_cluster"])
def test_small_tables_agree(request: pytest.FixtureRequest, name: str, case: EngineCase) -> None:
    agree(request.getfixturevalue(name), case)


def test_all_workers_of_the_cluster_take_part(sail_cluster: Database, cluster_folder: Path) -> None:
    agree(sail_cluster, unweighted())
    log = (cluster_folder / "sail.log").read_text(encoding="utf-8")
    assert set(re.findall(r"ReportWorkerKnownPeersRequest .* worker_id: (\d+)", log)) == {"1", "2", "3"}


def other_case() -> EngineCase:
    """Two columns whose names differ in nothing but their case."""
    columns: dict[str, list[object]] = {"q": ["a", "b", None], "Q": ["b", "b", "b"]}
    return EngineCase(columns, [Question(name, ("a", "b"), (name,)) for name in ("q", "Q")])


ONE_CASE = pytest.mark.xfail(
    strict=True, reason="names that differ in case alone are one name to this database"
)


@pytest.mark.parametrize(
    "name",
    [
        "packed",
        "postgres",
        pytest.param("duckdb", marks=ONE_CASE),
        pytest.param("sail", marks=ONE_CASE),
        pytest.param("sail_cluster", marks=ONE_CASE),
    ],
)
def test_names_that_differ_in_case_alone(request: pytest.FixtureRequest, name: str) -> None:
    agree(request.getfixturevalue(name), other_case())


TOO_SMALL = "PostgreSQL raises an error where a product of two numbers is too small for a floating number"


@pytest.mark.parametrize(
    "name",
    [
        "packed",
        "duckdb",
        "sail",
        "sail_cluster",
        pytest.param("postgres", marks=pytest.mark.xfail(strict=True, reason=TOO_SMALL)),
    ],
)
def test_numbers_whose_square_is_too_small(request: pytest.FixtureRequest, name: str) -> None:
    agree(request.getfixturevalue(name), EngineCase({"x": [1e-200, 1.0, None]}, [], numbers=["x"]))


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
        of_numbers = (case.numbers, case.banners)
        for ours, plain in zip_longest(
            engine.replicate_numbers(*of_numbers), case.reference.replicate_numbers(*of_numbers)
        ):
            assert ours[:2] == plain[:2]
            close(ours[2].w, plain[2].w)
            close(ours[2].wx, plain[2].wx)


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
