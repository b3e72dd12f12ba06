"""The packed engine gives the moments that counting row by row gives, with the kernel and without."""

import dataclasses
import shutil
from collections.abc import Iterator
from threading import current_thread

import numpy as np
import pytest
from drawn_rows import DrawnRows, drawn_rows
from hypothesis import given, settings
from plain_engine import PlainEngine

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design
from peil.estimation.frame import make_frame
from peil.estimation.packed.cells import Cells
from peil.estimation.packed.codes import Bits, Codes
from peil.estimation.packed.columns import Columns
from peil.estimation.packed.counted import Counted
from peil.estimation.packed.kernel import Kernel, find_kernel
from peil.estimation.packed.pack import pack
from peil.estimation.packed.packed_engine import PackedEngine
from peil.estimation.packed.runs import Runs
from peil.estimation.packed.threads import FEW_ROWS


@pytest.fixture(scope="module")
def kernel() -> Kernel:
    """The compiled kernel; it must be there wherever there is a compiler."""
    found = find_kernel()
    if found is None and any(map(shutil.which, ("cc", "gcc", "clang"))):
        pytest.fail("the kernel isn't compiled, or of an older kernel.c: pip install --no-deps -e . makes it")
    if found is None:
        pytest.skip("no C compiler, so no kernel")
    return found


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks and lots so small that few rows make several of them."""
    for module in ("cells", "add_numbers"):
        monkeypatch.setattr(f"peil.estimation.packed.{module}.BLOCK", 16)
    monkeypatch.setattr("peil.estimation.packed.cells.MOST_CELLS", 12)
    monkeypatch.setattr("peil.estimation.packed.lot.MOST_CELLS", 12)


def _arrays(moments: object) -> Iterator[np.ndarray]:
    for field in dataclasses.fields(moments):  # type: ignore[arg-type]
        value = getattr(moments, field.name)
        yield from [value] if isinstance(value, np.ndarray) else _arrays(value)


def _close(one: object, other: object) -> None:
    for left, right in zip(_arrays(one), _arrays(other), strict=True):
        assert left.shape == right.shape
        assert left.dtype == right.dtype
        if left.dtype == np.int64:
            np.testing.assert_array_equal(left, right)
        else:
            np.testing.assert_allclose(left, right, rtol=1e-12, atol=1e-12)


def _same_bits(one: object, other: object) -> None:
    for left, right in zip(_arrays(one), _arrays(other), strict=True):
        assert left.tobytes() == right.tobytes()
        assert left.shape == right.shape


def _everything(engine: PackedEngine | PlainEngine, drawn: DrawnRows) -> list[tuple[object, Banner, object]]:
    asked = drawn.questions, drawn.banners
    return [
        *engine.tables(*asked),
        *engine.ticks(*asked),
        *engine.numbers(["x"], drawn.banners),
        *engine.replicates(*asked),
    ]


@pytest.mark.slow
@given(drawn=drawn_rows())
@settings(max_examples=60, deadline=None)
def test_moments_are_those_of_counting_row_by_row(drawn: DrawnRows) -> None:
    plain = PlainEngine(drawn.columns, drawn.design, drawn.frame)
    found, expected = _everything(PackedEngine(drawn.packed()), drawn), _everything(plain, drawn)
    assert [each[:2] for each in found] == [each[:2] for each in expected]
    for (*_, one), (*_, other) in zip(found, expected, strict=True):
        _close(one, other)


@pytest.mark.slow
@given(drawn=drawn_rows())
@settings(max_examples=60, deadline=None)
def test_the_kernel_gives_numpys_bits(kernel: Kernel, drawn: DrawnRows) -> None:
    data = drawn.packed()
    compiled = _everything(PackedEngine(data, kernel=kernel, threads=2), drawn)
    fallback = _everything(PackedEngine(data), drawn)
    for (*_, one), (*_, other) in zip(compiled, fallback, strict=True):
        _same_bits(one, other)


@given(drawn=drawn_rows())
@settings(max_examples=30, deadline=None)
def test_replicates_of_numbers_are_those_of_counting_row_by_row(kernel: Kernel, drawn: DrawnRows) -> None:
    data = drawn.packed()
    compiled = list(PackedEngine(data, kernel=kernel).replicate_numbers(["x"], drawn.banners))
    fallback = list(PackedEngine(data).replicate_numbers(["x"], drawn.banners))
    x = np.array([np.nan if cell is None else cell for cell in drawn.columns["x"]], float)
    assert drawn.design.replicates is not None
    weights = drawn.design.replicates.weights
    for (_, banner, one), (*_, other) in zip(compiled, fallback, strict=True):
        _same_bits(one, other)
        cells = [""] * len(x) if banner == WHOLE else drawn.columns[banner.column]
        inside = (
            np.array([[cell == group for group in banner.groups] for cell in cells]) & ~np.isnan(x)[:, None]
        )
        np.testing.assert_allclose(one.w, weights.T @ inside, rtol=1e-12)
        np.testing.assert_allclose(
            one.wx, (weights * np.nan_to_num(x)[:, None]).T @ inside, rtol=1e-12, atol=1e-12
        )


def test_large_data_are_counted_with_the_kernel_in_several_threads(
    kernel: Kernel, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    count = Kernel.count

    def counted(self: Kernel, cells: Cells, runs: Runs, answers: Codes | Bits) -> Counted:
        calls.append(current_thread().name)
        return count(self, cells, runs, answers)

    monkeypatch.setattr(Kernel, "count", counted)
    rows = FEW_ROWS + 1
    question, banner = Question("q", ("0", "1"), ("q",)), Banner("b", ("0", "1", "2"), "b")
    columns = {"q": np.arange(rows) % 2, "b": np.arange(rows) % 3}
    design = Design(rows)
    data = pack(Columns(columns), design, make_frame(design), [question], [banner])
    ((*_, moments),) = PackedEngine(data, threads=2).tables([question], [banner])
    assert moments.base.n.tolist() == [[np.sum(np.arange(rows) % 3 == group) for group in range(3)]]
    assert len(calls) == 1
    assert current_thread().name not in calls
    assert kernel is not None


def test_large_data_are_counted_without_a_kernel_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peil.estimation.packed.kernel.find_kernel", lambda: None)
    rows = FEW_ROWS + 1
    design, question = Design(rows), Question("q", ("0", "1"), ("q",))
    data = pack(Columns({"q": np.arange(rows) % 2}), design, make_frame(design), [question])
    ((*_, moments),) = PackedEngine(data).tables([question], [WHOLE])
    assert moments.cells.n.tolist() == [[[rows - rows // 2, rows // 2]]]


def test_more_options_than_a_byte_or_a_word_holds(kernel: Kernel) -> None:
    rows, chance = 500, np.random.default_rng(5)
    one = Question("one", tuple(map(str, range(300))), ("one",))
    many = Question(
        "many", tuple(f"o{at}" for at in range(70)), tuple(f"m{at}" for at in range(70)), many=True
    )
    columns: dict[str, object] = {"one": chance.integers(0, 300, rows)}
    columns |= {f"m{at}": chance.integers(0, 2, rows).astype(np.int8) for at in range(70)}
    design = Design(rows, chance.lognormal(0, 1, rows))
    data = pack(Columns(columns), design, make_frame(design), [one, many])
    found = [list(PackedEngine(data, kernel=each).tables([one, many], [WHOLE])) for each in (kernel, None)]
    for (*_, compiled), (*_, fallback) in zip(*found, strict=True):
        _same_bits(compiled, fallback)
    (_, _, singles), (_, _, several) = found[0]
    assert singles.cells.n[0, 0].tolist() == np.bincount(columns["one"], minlength=300).tolist()  # type: ignore[call-overload]
    assert several.cells.n[0, 0].tolist() == [int(np.sum(columns[f"m{at}"])) for at in range(70)]  # type: ignore[call-overload]


def test_what_isnt_packed_is_a_key_error_and_missing_replicates_a_value_error() -> None:
    design = Design(2)
    question = Question("q", ("a",), ("q",))
    data = pack(Columns({"q": ["a", None]}), design, make_frame(design), [question])
    engine = PackedEngine(data)
    with pytest.raises(KeyError):
        list(engine.tables([question], [Banner("b", ("x",), "b")]))
    with pytest.raises(ValueError, match="no replicate weights"):
        list(engine.replicates([question], [WHOLE]))
    with pytest.raises(ValueError, match="no replicate weights"):
        list(engine.replicate_numbers([], [WHOLE]))


def test_a_file_without_rows_gives_zeros(kernel: Kernel) -> None:
    design = Design(0, np.zeros(0))
    question = Question("q", ("a",), ("q",))
    data = pack(Columns({"q": []}), design, make_frame(design), [question])
    for each in (kernel, None):
        ((*_, moments),) = PackedEngine(dataclasses.replace(data, units=1), kernel=each).tables(
            [question], [WHOLE]
        )
        assert moments.cells.n.tolist() == [[[0]]]
        assert moments.base.w.tolist() == [[0.0]]
