"""Withholding cells until each combination is shared by k rows."""

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from peil.disclose.k_anonymous import WITHHELD, is_k_anonymous, make_k_anonymous

ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[st.integers(0, 3)] * width), min_size=1, max_size=40)
)


def withheld(rows: list[tuple[int, ...]]) -> int:
    return sum(code == WITHHELD for row in rows for code in row)


@given(ROWS, st.integers(2, 5))
def test_each_combination_occurs_k_times_and_nothing_else_changes(
    rows: list[tuple[int, ...]], k: int
) -> None:
    made = make_k_anonymous(rows, k)
    if len(rows) < k:
        assert made == []
        return
    counts = Counter(made)  # counted here, apart from the function's own check
    assert min(counts.values()) >= k
    for before, after in zip(rows, made, strict=True):
        assert all(new in {old, WITHHELD} for old, new in zip(before, after, strict=True))


@given(ROWS, st.integers(2, 4), st.randoms())
def test_the_order_of_the_rows_decides_nothing(rows: list[tuple[int, ...]], k: int, random) -> None:
    shuffled = [*rows]
    random.shuffle(shuffled)
    assert Counter(make_k_anonymous(rows, k)) == Counter(make_k_anonymous(shuffled, k))


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=3, max_size=6))
def test_few_cells_are_withheld(rows: list[tuple[int, ...]]) -> None:
    """Against every way there is, of so few rows: at most twice as many cells, and three more."""
    made = make_k_anonymous(rows, 3)
    places = [(row, column) for row in range(len(rows)) for column in range(2)]
    for size in range(len(places) + 1):
        if any(is_k_anonymous(without(rows, chosen), 3) for chosen in combinations(places, size)):
            assert withheld(made) <= 2 * size + 3
            return


def without(rows: list[tuple[int, ...]], chosen: tuple[tuple[int, int], ...]) -> list[tuple[int, ...]]:
    gone = set(chosen)
    return [
        tuple(WITHHELD if (place, column) in gone else code for column, code in enumerate(row))
        for place, row in enumerate(rows)
    ]


def test_what_is_k_anonymous_stays_as_it_is() -> None:
    rows = [(1, 2)] * 3 + [(2, 2)] * 4
    assert make_k_anonymous(rows, 3) == rows


def test_one_column_is_withheld_where_that_is_enough() -> None:
    rows = [(1, 1)] * 5 + [(1, 2), (1, 3), (1, 4)]
    assert make_k_anonymous(rows, 3)[5:] == [(1, WITHHELD)] * 3
