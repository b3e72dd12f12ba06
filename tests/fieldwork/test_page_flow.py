"""Break-off and seconds by page, and interviews by what they have."""

from collections import Counter

import pytest
from field_cases import BROKEN_OFF, PARTIAL, SCREENED, case, complete, field_study, simulated_cases
from hypothesis import given
from hypothesis import strategies as st

from peil.fieldwork.page_flow import PageFlow, count_flow
from peil.fieldwork.page_time import page_time
from peil.fieldwork.spread import Spread, spread
from peil.store.page_seconds import CAP, bin_of


def test_where_who_left_was_last() -> None:
    cases = [
        case("a", complete()),
        case("b", BROKEN_OFF),
        case("c", BROKEN_OFF, flags=("fresh",)),
        case("d", PARTIAL),
        case("e", SCREENED),
        case("f", PARTIAL, full="young"),
    ]
    flow = count_flow(field_study().route.pages, cases, lambda one: "fresh" in one.kept.flags)
    assert flow == (
        PageFlow("adult", 6, 0, 0),
        PageFlow("usage", 5, 1, 1),
        PageFlow("skills", 1, 1, 0),
        PageFlow("ease", 1, 0, 0),
        PageFlow("words", 1, 0, 0),
    )
    assert [one.share_left for one in flow[:3]] == [0, 0.2, 1]
    assert PageFlow("x", 0, 0, 0).share_left is None


def test_pages_of_an_earlier_version_come_last() -> None:
    flow = count_flow(("usage",), [case("b", BROKEN_OFF)], lambda _: False)
    assert [(one.page, one.reached, one.left) for one in flow] == [("usage", 1, 1), ("adult", 1, 0)]


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_is_lost_between_pages(seed) -> None:
    cases = simulated_cases(field_study(), 80, seed)
    flow = count_flow(field_study().route.pages, cases, lambda one: one.kept.id < "syn040")
    unfinished = [one for one in cases if one.outcome is None]
    assert sum(one.left + one.under_way for one in flow) == len(unfinished) > 0
    assert flow[0].reached == len(cases)
    assert all(one.left + one.under_way <= one.reached for one in flow)


def test_quartiles_of_seconds_known_one_by_one() -> None:
    # Eight visits, one at each of the seconds 0 to 7, each spread over its second.
    time = page_time(dict.fromkeys(range(8), 1))
    assert time is not None
    assert (time.visits, time.lower, time.median, time.upper) == (8, 2.0, 4.0, 6.0)


def test_quartiles_within_a_bin() -> None:
    # Four visits within 10 to 14 s: a quarter of them under 10 + 5/4.
    time = page_time({10: 4})
    assert time is not None
    assert (time.lower, time.median, time.upper) == (11.25, 12.5, 13.75)


def test_visits_at_the_cap_are_as_long_as_the_cap() -> None:
    time = page_time({CAP: 3})
    assert time is not None
    assert (time.lower, time.upper) == (CAP, CAP)


def test_no_visits_no_time() -> None:
    assert page_time({}) is None
    assert page_time({10: 0}) is None


@given(st.lists(st.integers(0, 2 * CAP), min_size=1))
def test_quartiles_lie_in_the_bins_of_the_true_ones(seconds) -> None:
    time = page_time(Counter(map(bin_of, seconds)))
    assert time is not None
    assert time.visits == len(seconds)
    assert 0 <= time.lower <= time.median <= time.upper <= CAP
    ordered = sorted(min(one, CAP) for one in seconds)
    true = ordered[-(-len(ordered) // 2) - 1]  # the smallest with at least half of the visits up to it
    assert abs(time.median - true) <= 30


def test_spread_shows_known_values_and_what_else_there_is() -> None:
    cases = [
        case("a", complete(), device="phone"),
        case("b", BROKEN_OFF, device="phone"),
        case("c", complete(), device=""),
    ]
    assert spread(cases, lambda one: one.kept.device, ("phone", "tablet")) == (
        Spread("phone", 2, 1),
        Spread("tablet", 0, 0),
        Spread("", 1, 1),
    )
