"""What the comparison decides by rules of its own, against trying everything out."""

from decimal import Decimal
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from peil.study.changes.bounds import Bounds
from peil.study.changes.limits import Limits, tightens
from peil.study.changes.order import merged, moved
from peil.study.changes.shorten import what_changed

NAMES = "abcdefg"
orders = st.lists(st.sampled_from(NAMES), unique=True)
limits = st.builds(Limits, st.sampled_from([None, 1, 2, 3, 5]), st.sampled_from([None, 1, 2, 3, 5]))
bounds = st.builds(
    Bounds,
    st.sampled_from([None, Decimal(0), Decimal(2)]),
    st.sampled_from([None, Decimal(3), Decimal(5)]),
    st.integers(0, 2),
)
NUMBERS = [Decimal(number) / 100 for number in range(-200, 800)]


@given(orders, orders)
def test_the_fewest_are_moved(old: list[str], new: list[str]) -> None:
    kept = [name for name in new if name in old]
    before = [name for name in old if name in new]
    found = moved(old, new)
    stay = [name for name in kept if name not in found]
    assert stay == [name for name in before if name not in found]
    assert set(found) <= set(kept)
    longer = combinations(kept, len(stay) + 1)
    assert not any(list(some) == [name for name in before if name in some] for some in longer)


@given(orders, orders)
def test_one_order_holds_all_and_keeps_the_new_one(old: list[str], new: list[str]) -> None:
    found = merged(old, new)
    assert sorted(found) == sorted({*old, *new})
    assert [name for name in found if name in new] == new
    for above, name in pairwise(old):
        if name not in new:
            assert found.index(above) < found.index(name)


def allows(limit: Limits, count: int, offered: int) -> bool:
    fewest = offered if limit.fewest is None else min(limit.fewest, offered)
    return fewest <= count <= (offered if limit.most is None else limit.most)


@given(limits, limits, st.integers(1, 6))
def test_limits_are_tighter_where_an_answer_is_refused(old: Limits, new: Limits, offered: int) -> None:
    refused = [
        count
        for count in range(1, offered + 1)
        if allows(old, count, offered) and not allows(new, count, offered)
    ]
    assert tightens(old, new, offered) or not refused
    satisfiable = old.most is None or old.most >= min(old.fewest or offered, offered)
    if satisfiable:
        assert tightens(old, new, offered) is bool(refused)


@given(bounds, bounds)
def test_bounds_hold_others_where_every_number_does(one: Bounds, other: Bounds) -> None:
    assert one.holds(other) is all(allowed(one, number) for number in NUMBERS if allowed(other, number))


def allowed(bound: Bounds, number: Decimal) -> bool:
    fits = number == round(number, bound.decimals)
    low = bound.low is None or bound.low <= number
    return fits and low and (bound.high is None or number <= bound.high)


@given(st.text("ab ", max_size=80), st.text("ab ", max_size=80))
def test_what_changed_is_in_what_is_told(old: str, new: str) -> None:
    before, after = what_changed(old, new, 20)
    assert len(before) <= 20 + 4
    assert len(after) <= 20 + 4
    if " ".join(old.split()) != " ".join(new.split()) and max(len(old), len(new)) <= 20:
        assert before != after
