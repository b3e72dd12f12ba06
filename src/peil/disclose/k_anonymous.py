"""Rows in which each combination of what identifies occurs at least k times, at the cost of few cells."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

WITHHELD = -1
"""Stands for a cell that is withheld; it counts as a value of its own."""

Row = tuple[int, ...]


def make_k_anonymous(rows: Sequence[Row], k: int) -> list[Row]:
    """Withhold cells until each combination occurs at least k times, that with withheld cells too.

    The fewest cells of a row are tried first, and of these the column that helps most rows at once. It is a
    good way, not proved to be the cheapest: that problem is hard. The same rows give the same result in
    whatever order they stand.

    Args:
        rows: Codes of what identifies, not negative; every row is as long.
        k: How often each combination has to occur.

    Returns:
        The rows in their order; empty where there are fewer than k rows.
    """
    if len(rows) < k:
        return []
    made = [tuple(row) for row in rows]
    width = len(made[0])
    for size in range(1, width + 1):
        while chosen := _best(made, k, size):
            for place, row in chosen.items():
                made[place] = row
    _complete(made, k)
    return made


def is_k_anonymous(rows: Sequence[Row], k: int) -> bool:
    """Say whether each combination occurs at least k times."""
    return all(count >= k for count in Counter(rows).values())


def _best(rows: Sequence[Row], k: int, size: int) -> dict[int, Row]:
    """Give the rows that one choice of columns mends, for the choice that mends most; empty for none."""
    counts = Counter(rows)
    odd = [place for place, row in enumerate(rows) if counts[row] < k]
    best: dict[int, Row] = {}
    for columns in combinations(range(len(rows[0])), size):
        mended = dict(_mended(rows, odd, counts, columns, k))
        if len(mended) > len(best):
            best = mended
    return best


def _mended(
    rows: Sequence[Row], odd: Sequence[int], counts: "Counter[Row]", columns: tuple[int, ...], k: int
) -> Iterator[tuple[int, Row]]:
    """Give what becomes of the rows that are enough together once these columns are withheld."""
    together: dict[Row, list[int]] = defaultdict(list)
    for place in odd:
        row = rows[place]
        if all(row[column] != WITHHELD for column in columns):
            together[_without(row, columns)].append(place)
    for row, places in together.items():
        if len(places) + counts[row] >= k:
            yield from ((place, row) for place in places)


def _without(row: Row, columns: tuple[int, ...]) -> Row:
    return tuple(WITHHELD if column in columns else code for column, code in enumerate(row))


def _complete(rows: list[Row], k: int) -> None:
    """Withhold all of the rows that are left over, and of as many others as it takes to make them k."""
    nothing: Row = (WITHHELD,) * len(rows[0])
    counts = Counter(rows)
    for place, row in enumerate(rows):
        if counts[row] < k:
            rows[place] = nothing
    while 0 < (counts := Counter(rows))[nothing] < k:
        row = min(
            (one for one in counts if one != nothing), key=lambda one: (counts[one] == k, -counts[one], one)
        )
        taken = 1 if counts[row] > k else counts[row]
        for place in [place for place, one in enumerate(rows) if one == row][:taken]:
            rows[place] = nothing
