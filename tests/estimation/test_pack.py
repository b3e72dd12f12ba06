"""Columns become codes: the same ones whatever the columns are made of."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design
from peil.estimation.frame import make_frame
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import Bits, Codes
from peil.estimation.packed.columns import Columns
from peil.estimation.packed.distinct import Distinct
from peil.estimation.packed.pack import pack
from peil.estimation.packed.parquet_columns import ParquetColumns

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

QUESTION = Question("q", ("1", "2"), ("q",))
OUTSIDE, NONE = 255, 254
EXPECTED = [0, 1, OUTSIDE, NONE, 0]
"""Codes of the cells 1, 2, nothing, 9 and 1."""


def _pack(columns: dict[str, object], questions: Sequence[Question], absent: Sequence[str] = ()) -> Coded:
    design = Design(5)
    return pack(Columns(columns, frozenset(absent)), design, make_frame(design), questions)


def _codes(column: object, question: Question = QUESTION, absent: Sequence[str] = ()) -> list[int]:
    codes = _pack({"q": column}, [question], absent).questions[question]
    assert isinstance(codes, Codes)
    return list(map(int, codes.of))


def _bits(columns: Sequence[object], absent: Sequence[str] = ()) -> tuple[list[int], list[int]]:
    names = tuple(f"m{place}" for place in range(len(columns)))
    question = Question("m", tuple(f"o{place}" for place in range(len(columns))), names, many=True)
    bits = _pack(dict(zip(names, columns, strict=True)), [question], absent).questions[question]
    assert isinstance(bits, Bits)
    return list(map(int, bits.words[0])), list(map(int, bits.asked))


INTEGERS = [1, 2, None, 9, 1]
TEXTS = ["1", "2", None, "9", "1"]


@pytest.mark.parametrize(
    "column",
    [
        pytest.param(TEXTS, id="texts"),
        pytest.param(INTEGERS, id="numbers"),
        pytest.param(np.array(TEXTS, object), id="objects"),
        pytest.param(np.array([1, 2, np.nan, 9, 1]), id="floats with NaN"),
        pytest.param(Distinct((None, "9", "2", "1"), np.array([3, 2, 0, 1, 3])), id="distinct texts"),
        pytest.param(pa.array(INTEGERS, pa.int8()), id="arrow int8"),
        pytest.param(pa.array(INTEGERS, pa.uint8()), id="arrow uint8"),
        pytest.param(pa.array(INTEGERS, pa.int64()), id="arrow int64"),
        pytest.param(pa.array([*[7] * 11, *INTEGERS], pa.int32())[11:], id="arrow slice of int32"),
        pytest.param(
            pa.chunked_array([pa.array(INTEGERS[:2]), pa.array([], pa.int64()), pa.array(INTEGERS[2:])]),
            id="an empty chunk",
        ),
        pytest.param(pa.array([1.0, 2.0, None, 9.0, 1.0]), id="arrow floats"),
        pytest.param(pa.array(INTEGERS).cast(pa.decimal128(21, 2)), id="arrow decimals"),
        pytest.param(pa.array([1.0, 2.0, float("nan"), 9.0, 1.0]), id="arrow NaN"),
        pytest.param(pa.array(TEXTS), id="arrow texts"),
        pytest.param(pa.array(TEXTS).dictionary_encode(), id="arrow dictionary"),
        pytest.param(pa.DictionaryArray.from_arrays([0, 1, 2, 3, 0], ["1", "2", None, "9"]), id="null in it"),
        pytest.param(pa.array([*[7] * 11, *INTEGERS], pa.int8())[11:], id="arrow slice"),
        pytest.param(
            pa.chunked_array(
                [pa.array(TEXTS[:2]).dictionary_encode(), pa.array(TEXTS[2:]).dictionary_encode()]
            ),
            id="chunks with dictionaries of their own",
        ),
    ],
)
def test_one_choice(column: object) -> None:
    assert _codes(column) == EXPECTED


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int16, np.int32, np.uint64])
def test_whole_numbers_of_every_width(kind: type[np.generic]) -> None:
    assert _codes(np.array([1, 2, 2, 9, 1], kind)) == [0, 1, 1, NONE, 0]


def test_whole_numbers_far_apart_and_at_the_ends_of_their_type() -> None:
    ends = Question("q", (str(-(2**63)), str(2**63 - 1), "-32768"), ("q",))
    assert _codes(np.array([-(2**63), 2**63 - 1, 0, -32768, 5]), ends) == [0, 1, NONE, 2, NONE]
    small = Question("q", ("-30000", "30000"), ("q",))
    assert _codes(np.array([-30000, 30000, 0, 1, 30000], np.int16), small) == [0, 1, NONE, NONE, 1]
    large = Question("q", (str(2**64 - 1),), ("q",))
    assert _codes(np.array([2**64 - 1, 2**64 - 2, 2**64 - 1, 0, 1], np.uint64), large) == [
        0,
        NONE,
        0,
        NONE,
        NONE,
    ]


def test_a_column_of_nothing() -> None:
    assert _codes(pa.nulls(5)) == [OUTSIDE] * 5
    assert _codes([None] * 5) == [OUTSIDE] * 5


def test_an_option_like_a_number_but_written_otherwise_is_another() -> None:
    question = Question("q", ("01", "٢", "9" * 5000, "-"), ("q",))
    assert _codes(np.array([1, 2, 3, 4, 5]), question) == [NONE] * 5
    assert _codes(["01", "٢", "9" * 5000, "-", "1"], question) == [0, 1, 2, 3, NONE]


@pytest.mark.parametrize(
    "column", [[True, False, None, True, False], pa.array([True, False, None, True, False])]
)
def test_truths_are_true_and_false(column: object) -> None:
    assert _codes(column, Question("q", ("false", "true"), ("q",))) == [1, 0, OUTSIDE, 1, 0]


def test_absent_texts_are_outside_the_base_and_others_in_it_without_an_option() -> None:
    assert _codes(["1", "", "NA", "blank", "2"], absent=("", "NA")) == [0, OUTSIDE, OUTSIDE, NONE, 1]
    assert _codes(pa.array(["1", "", "NA", "blank", "2"]), absent=("", "NA")) == [
        0,
        OUTSIDE,
        OUTSIDE,
        NONE,
        1,
    ]


ONES = [1, 0, None, None, 1]
OTHERS = [1, None, None, 0, 0]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(list, id="numbers"),
        pytest.param(lambda ones: [None if one is None else str(one) for one in ones], id="texts"),
        pytest.param(lambda ones: [None if one is None else bool(one) for one in ones], id="truths"),
        pytest.param(lambda ones: pa.array(ones, pa.int8()), id="arrow int8"),
        pytest.param(lambda ones: pa.array(ones, pa.int32()), id="arrow int32"),
        pytest.param(
            lambda ones: pa.array([None if o is None else bool(o) for o in ones]), id="arrow truths"
        ),
        pytest.param(
            lambda ones: pa.array([*[True] * 3, *(None if o is None else bool(o) for o in ones)])[3:],
            id="arrow truths, a slice",
        ),
    ],
)
def test_several_choices(make: object) -> None:
    assert _bits([make(ONES), make(OTHERS)]) == ([3, 0, 0, 0, 1], [1, 1, 0, 1, 1])  # type: ignore[operator]


def test_an_options_own_name_says_that_it_was_chosen() -> None:
    columns = [["o0", "", "no", None, "o1"], ["o1", "", None, "o1", ""]]
    assert _bits(columns, absent=("",)) == ([3, 0, 0, 2, 0], [1, 0, 1, 1, 1])


def test_numbers() -> None:
    design = Design(3)
    columns = Columns(
        {
            "list": ["1.5", "", None],
            "arrow": pa.chunked_array([pa.array([1, None]), pa.array([3])]),
            "infinite": np.array([1.0, np.inf, -np.inf]),
            "distinct": Distinct(("2", ""), np.array([1, 0, 0])),
            "wrong": ["1", "many", "2"],
        },
        frozenset({""}),
    )
    data = pack(columns, design, make_frame(design), [], [], ["list", "arrow", "infinite", "distinct"])
    nan = np.nan
    np.testing.assert_array_equal(data.numbers["list"], [1.5, nan, nan])
    np.testing.assert_array_equal(data.numbers["arrow"], [1, nan, 3])
    np.testing.assert_array_equal(data.numbers["infinite"], [1, nan, nan])
    np.testing.assert_array_equal(data.numbers["distinct"], [nan, 2, 2])
    with pytest.raises(ValueError, match="many"):
        columns.numbers("wrong")


def test_a_parquet_file_packs_as_its_columns_do(tmp_path: Path) -> None:
    rows = 30_000  # so many that several threads read
    cells = {"q": (TEXTS * rows)[:rows], "b": (["x", "y"] * rows)[:rows], "m0": (ONES * rows)[:rows]}
    pq.write_table(pa.table(cells), tmp_path / "data.parquet", row_group_size=7_000)
    file = ParquetColumns(tmp_path / "data.parquet")
    assert (file.rows, list(file), len(file)) == (rows, ["q", "b", "m0"], 3)
    questions = (QUESTION, Question("m", ("o0",), ("m0",), many=True))
    banners = (WHOLE, Banner("b", ("y", "x"), "b"))
    design = Design(rows)
    read, expected = (
        pack(Columns(columns), design, make_frame(design), questions, banners) for columns in (file, cells)
    )
    for question in questions:
        one, other = read.questions[question], expected.questions[question]
        for left, right in zip(one.columns, other.columns, strict=True):
            np.testing.assert_array_equal(left, right)
    np.testing.assert_array_equal(read.banners[banners[1]].of, expected.banners[banners[1]].of)
    assert set(read.banners) == {banners[1]}
    with pytest.raises(KeyError):
        file["nothing"]


def test_what_a_kernel_would_write_beyond_its_sums_for_is_refused() -> None:
    with pytest.raises(ValueError, match="no option"):
        Codes(np.array([0, 2], np.uint8), 2)
    questions = _pack({"q": INTEGERS}, [QUESTION]).questions
    with pytest.raises(ValueError, match="lengths"):
        Coded(6, 1, None, None, questions, {}, {})
    with pytest.raises(ValueError, match="no unit"):
        Coded(5, 2, np.array([0, 1, 2, 0, 0]), None, questions, {}, {})
