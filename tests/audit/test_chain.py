from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.audit.chain import Limit, find_conflict
from peil.audit.rounding import Range

PLACES = 4


@st.composite
def limits(draw: st.DrawFn) -> list[Limit]:
    found = []
    for number in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, PLACES - 2))
        end = draw(st.integers(start + 1, PLACES - 1))
        low = draw(st.integers(0, 4))
        found.append(Limit(start, end, Range(low, low + draw(st.integers(0, 2))), f"C{number}"))
    return found


def kept(parts: tuple[int, ...], several: list[Limit]) -> bool:
    return all(one.range.low <= sum(parts[one.start : one.end]) <= one.range.high for one in several)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(limits())
def test_a_conflict_is_told_just_when_no_whole_numbers_keep_to_all_limits(several: list[Limit]) -> None:
    solvable = any(kept(parts, several) for parts in product(range(7), repeat=PLACES - 1))
    conflict = find_conflict(several, PLACES)
    assert (conflict is None) == solvable
    if conflict:
        named = [*conflict.most, *conflict.least]
        assert not any(kept(parts, named) for parts in product(range(7), repeat=PLACES - 1))
        assert sum(one.range.high for one in conflict.most) < sum(one.range.low for one in conflict.least)
