"""Quotas are decided in the transaction that keeps the page: never more places than there are."""

import datetime as dt
import multiprocessing
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_survey import DAY, REACHED, form, opening, survey

from peil.core.span import Span
from peil.interview.answers import Answers, Value
from peil.interview.response import Response
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.purpose import Purpose
from peil.store.receipt import Fate
from peil.store.store import Store
from peil.study.expr.condition import Condition
from peil.study.expr.tree import Has, Is
from peil.study.quota import Quota
from peil.study.study import Study
from peil.study.text import Wording

HOLD = 7
PATIENCE = 120


def quota(name: str, tree: Is | Has, limit: int, source: str) -> Quota:
    return Quota(
        name, Wording(name, {}), Condition(tree, source, Span("plan.toml")), limit, HOLD, Span("plan.toml")
    )


@cache
def limited(limit: int, fast: int = 1000, source: str = "") -> Study:
    """The survey with as many places for who uses it often, and for who gives speed as a reason."""
    often = quota("often", Is("usage", ("often",), negated=False), limit, source)
    speed = quota("speed", Has("reasons", "speed"), fast, source)
    return replace(survey(), plan=replace(survey().plan, quotas=(often, speed)))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, limited(2, 1))
    yield opened
    opened.close()


def begin(store: Store, who: str, **changes: object) -> Kept:
    return store.open_interview(replace(opening(who), **changes))  # type: ignore[arg-type]


def send(
    store: Store, who: str, values: Mapping[str, Value], page: str = "usage", day: dt.date = DAY
) -> tuple[Fate, Kept]:
    receipt = store.submit(form(store.find(f"key {who}") or begin(store, who), page, values, who, day=day))
    assert receipt.kept is not None
    assert receipt.kept == store.find(f"key {who}")
    return receipt.fate, receipt.kept


def full_of(store: Store, who: str, usage: str = "often", day: dt.date = DAY) -> str:
    fate, kept = send(store, who, {"usage": usage}, day=day)
    assert fate is Fate.ACCEPTED
    return kept.full


def held(store: Store, day: dt.date = DAY) -> dict[str, int]:
    return store.quota_counts(day)


def test_who_comes_when_a_quota_is_full_ends_there_with_the_answers_kept(store: Store) -> None:
    assert [full_of(store, who) for who in "abc"] == ["", "", "often"]
    assert held(store) == {"often": 2, "speed": 0}
    kept, interview = store.find_walked("key c") or (None, None)
    assert kept is not None
    assert interview is not None
    assert kept.answers.values == {"usage": "often"}
    assert (interview.pages, interview.next_page, interview.outcome) == ((), None, "quota_full")
    receipt = store.submit(form(kept, "usage", {"usage": "never"}, "c"))
    assert receipt.fate is Fate.OFF_ROUTE
    outcomes = {one.id: one.outcome for one in store.responses()}
    assert outcomes == {"id-a": None, "id-b": None, "id-c": "quota_full"}


def test_the_same_form_again_is_repeated_and_not_off_the_route(store: Store) -> None:
    for who in "ab":
        full_of(store, who)
    sent = form(begin(store, "c"), "usage", {"usage": "often"}, "c")
    first, second = store.submit_all([sent, sent])
    assert [one.fate for one in (first, second, store.submit(sent))] == [  # type: ignore[union-attr]
        Fate.ACCEPTED,
        Fate.REPEATED,
        Fate.REPEATED,
    ]
    assert first.kept.full == second.kept.full == "often"  # type: ignore[union-attr]


def test_whom_no_quota_is_about_takes_no_place(store: Store) -> None:
    assert [full_of(store, who, "never") for who in "abcd"] == [""] * 4
    assert held(store) == {"often": 0, "speed": 0}


def test_a_place_is_given_back_by_another_answer_and_can_be_had_by_another(store: Store) -> None:
    assert [full_of(store, who) for who in "ab"] == ["", ""]
    assert full_of(store, "a", "never") == ""
    assert held(store)["often"] == 1
    assert full_of(store, "c") == ""
    assert full_of(store, "a") == "often"
    assert held(store)["often"] == 2


def test_who_has_a_place_keeps_it_through_all_pages(store: Store) -> None:
    assert [full_of(store, who) for who in "ab"] == ["", ""]
    for page, values in REACHED[1:]:
        send(store, "a", values, page)
    send(store, "a", {}, "remarks")
    assert full_of(store, "a") == ""
    assert held(store) == {"often": 2, "speed": 1}


def test_one_that_is_full_in_one_quota_holds_no_place_in_another(store: Store) -> None:
    full_of(store, "a")
    send(store, "a", {"reasons.speed": True}, "reasons")
    full_of(store, "b")
    _, kept = send(store, "b", {"reasons.speed": True}, "reasons")
    assert kept.full == "speed"
    assert held(store) == {"often": 1, "speed": 1}
    assert full_of(store, "c") == ""


def test_a_place_left_for_long_is_another_s_and_who_comes_back_may_be_too_late(store: Store) -> None:
    for who in "ab":
        full_of(store, who)
    last = DAY + dt.timedelta(HOLD)
    assert held(store, last)["often"] == 2
    later = last + dt.timedelta(1)
    assert held(store, later)["often"] == 0
    assert full_of(store, "c", day=later) == ""
    _, kept = send(store, "a", {"reasons.other": True}, "reasons", later)
    assert kept.full == ""  # there is one left
    _, kept = send(store, "b", {"reasons.other": True}, "reasons", later)
    assert kept.full == "often"
    assert held(store, later)["often"] == 2


def test_a_complete_interview_holds_its_place_for_good(store: Store) -> None:
    full_of(store, "a")
    for page, values in [*REACHED[1:], ("remarks", {})]:
        send(store, "a", values, page)
    assert held(store, DAY + dt.timedelta(365)) == {"often": 1, "speed": 1}


def test_erasing_gives_the_place_back(store: Store) -> None:
    assert [full_of(store, who) for who in "ab"] == ["", ""]
    store.erase("key a", "contact a")
    assert held(store)["often"] == 1
    assert [full_of(store, who) for who in "cd"] == ["", "often"]
    store.erase_by_id("id-b")
    assert full_of(store, "e") == ""


def test_pilot_and_test_interviews_take_no_place(store: Store) -> None:
    for number, purpose in enumerate([Purpose.PILOT, Purpose.TEST] * 3):
        begin(store, f"p{number}", purpose=purpose)
        assert full_of(store, f"p{number}") == ""
    assert held(store)["often"] == 0


def test_places_are_counted_anew_when_the_quotas_change(store_url: str) -> None:
    first = open_store(store_url, survey(), serving=True)
    for who in "abc":
        full_of(first, who)
    begin(first, "p", purpose=Purpose.PILOT)
    full_of(first, "p")
    brought = Response("id-i", Answers({"usage": "often"}, frozenset({"usage"})), None, None)
    first.bring_in([brought], DAY)
    first.close()
    second = open_store(store_url, limited(2), serving=True)
    assert held(second)["often"] == 4  # nobody is sent away afterwards
    assert full_of(second, "d") == "often"
    send(second, "a", {"reasons.speed": True}, "reasons")
    second.bring_in([replace(brought, id="id-j")], DAY)
    assert held(second) == {"often": 5, "speed": 1}
    second.close()
    third = open_store(store_url, limited(7, source="written otherwise"), serving=True)
    assert held(third)["often"] == 5  # who came too late holds none
    assert [full_of(third, who) for who in "efg"] == ["", "", "often"]
    third.close()


def test_eight_at_once_on_five_places_are_five(store_url: str) -> None:
    """Each has a store of its own, as in another process."""
    stores = [open_store(store_url, limited(5)) for _ in range(8)]
    for number, one in enumerate(stores):
        begin(one, f"w{number}")
    with ThreadPoolExecutor(8) as pool:
        full = list(pool.map(lambda pair: full_of(pair[1], f"w{pair[0]}"), enumerate(stores)))
    assert Counter(full) == {"": 5, "often": 3}
    assert held(stores[0])["often"] == 5
    for one in stores:
        one.close()


def come_in(url: str, number: int) -> list[str]:
    store = open_store(url, limited(5))
    found = [full_of(store, f"n{number}.{turn}") for turn in range(4)]
    store.close()
    return found


def test_a_server_with_another_plan_leaves_places_in_quotas_that_it_doesnt_know(store_url: str) -> None:
    new = limited(1)
    old = replace(survey(), plan=replace(survey().plan, quotas=(new.plan.quotas[1],)))
    with closing(open_store(store_url, old)) as before, closing(open_store(store_url, new)) as after:
        assert full_of(after, "a") == ""
        assert send(before, "a", {"reasons.speed": True}, "reasons")[0] is Fate.ACCEPTED
        assert held(after) == {"often": 1, "speed": 1}
        assert full_of(after, "b") == "often"


@pytest.mark.slow
def test_processes_at_once_never_give_more_places_than_there_are(store_url: str) -> None:
    open_store(store_url, limited(5)).close()
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        found = [pool.submit(come_in, store_url, number) for number in range(4)]
        full = [name for one in found for name in one.result(PATIENCE)]
    assert Counter(full) == {"": 5, "often": 11}


STEPS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["often", "never"]), st.integers(0, 3)), max_size=25
)


@pytest.mark.slow
def test_whatever_is_answered_in_whatever_order_the_places_held_are_those_of_who_holds_them(
    store_url: str,
) -> None:
    store = open_store(store_url, limited(2))

    @settings(max_examples=25)
    @given(STEPS)
    def run(steps: list[tuple[str, str, int]]) -> None:
        for kept in list(store.kept()):
            store.erase_by_id(kept.id)
        day, said = DAY, dict[str, tuple[str, dt.date]]()
        ended = set[str]()
        for who, usage, days in steps:
            day += dt.timedelta(days * 2)
            holds = {
                one
                for one, (answer, last) in said.items()
                if answer == "often" and (day - last).days <= HOLD and one not in ended
            }
            fate, kept = send(store, who, {"usage": usage}, day=day)
            if who in ended:
                assert fate is Fate.OFF_ROUTE
                continue
            said[who] = (usage, day)
            if usage == "often" and who not in holds and len(holds) >= 2:
                ended.add(who)
            assert kept.full == ("often" if who in ended else "")
            expected = (holds - {who}) | ({who} if usage == "often" and who not in ended else set())
            assert store.quota_counts(day)["often"] == len(expected)

    run()
    store.close()
