"""Of two cells that would do, the one that is printed less is hidden."""

import pytest
from small_tables import Row, make_study, make_tables

from peil.disclose.gate import Uses, release
from peil.fieldwork.facts import Facts
from peil.study.plan import Disclosure
from peil.study.tablespec import TableSpec

ROWS: list[Row] = [
    *([(0, 0)] * 9),
    *([(0, 1)] * 8),
    *([(0, 2)] * 9),
    *([(1, 0)] * 9),
    *([(1, 1)] * 8),
    *([(1, 2)] * 9),
    (2, 0),
    (2, 2),
]


@pytest.mark.parametrize(("printed", "other"), [("c0", "c1"), ("c1", "c0")])
def test_what_is_printed_is_kept(printed: str, other: str) -> None:
    facts = Facts(len(ROWS), len(ROWS), len(ROWS), {}, synthetic=True)
    spec = TableSpec("usage", "sector")
    uses: Uses = {((*spec.key, printed), option): 3 for option in ("o0", "o1", "o2")}
    rules = Disclosure(minimum_base=3, indicative_below=3, protection=2)
    found = release(make_study(rules, 3, 3), make_tables(ROWS, 3, 3), facts, "", uses=uses)
    kept, lost = found.find(spec, printed), found.find(spec, other)
    assert kept is not None
    assert lost is not None
    assert all(cell.n is not None for cell in kept.cells)
    assert any(cell.n is None for cell in lost.cells)
