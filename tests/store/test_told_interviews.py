"""What is told of single interviews while an anonymous study is in the field."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from anonymous_field import anonymous_survey, begin, enter, finish, look, many, seen, send
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_survey import invited_survey
from store_survey import DAY

from peil.field.change_phase import change_phase
from peil.fieldwork.told_interviews import tell_interviews
from peil.interview.simulate import simulate
from peil.store.open_store import open_store
from peil.store.phase import Phase
from peil.store.store import Store
from peil.study.fielding import Privacy


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with closing(open_store(store_url, anonymous_survey())) as opened:
        enter(opened, Phase.LIVE)
        yield opened


def test_who_is_over_is_told_in_whole_tens_and_nobody_else(store: Store) -> None:
    finish(store, *many(0, 9))
    begin(store, "left")
    assert seen(store) == set()
    finish(store, *many(9, 1))
    assert seen(store) == {*many(0, 10)}
    finish(store, *many(10, 9))
    assert seen(store) == {*many(0, 10)}
    finish(store, *many(19, 1))
    assert seen(store) == {*many(0, 20)}
    enter(store, Phase.CLOSED)
    assert seen(store) == {*many(0, 20), "left"}
    assert look(store).batch == 1


def test_in_a_confidential_study_everybody_is_told(store: Store) -> None:
    finish(store, "a")
    begin(store, "b")
    told = tell_interviews(invited_survey(Privacy.CONFIDENTIAL), store)
    assert [one.id for one in told.responses] == ["id-a", "id-b"]


@pytest.mark.slow
def test_who_waits_is_drawn_by_lot(store: Store) -> None:
    """Neither the first to come nor the first by id: else who is told late must have come late."""
    finish(store, *many(0, 29))
    told = seen(store)
    assert len(told) == 20
    assert told != {*many(0, 20)}, "one draw in ten million"
    finish(store, "a")  # the first by id, and the last to come
    assert seen(store) == {*many(0, 29), "a"}


def test_a_later_change_is_told_at_closing(store: Store) -> None:
    finish(store, *many(0, 10), words="as it was")
    before = look(store).responses
    send(store, "p003", "remarks", remarks="changed")
    send(store, "p004", "usage", usage="often")  # asked why now, so not over any more
    assert look(store).responses == before
    finish(store, *many(10, 9))
    assert look(store).responses == before
    enter(store, Phase.CLOSED)
    now = {one.id: one for one in look(store).responses}
    assert now["id-p003"].answers.values["remarks"] == "changed"
    assert now["id-p004"].outcome is None


def test_nobody_takes_the_place_of_who_is_erased(store: Store) -> None:
    finish(store, *many(0, 19))
    told = seen(store)
    gone = min(told)
    store.erase(f"key {gone}", f"contact {gone}")
    assert seen(store) == told - {gone}
    finish(store, "one more")
    assert seen(store) == {*many(0, 19), "one more"} - {gone}


def test_what_came_from_a_file_is_told_and_fills_no_ten(store: Store) -> None:
    store.bring_in(list(simulate(anonymous_survey(), 9, 4)), DAY)
    finish(store, "a")
    assert {one.id for one in look(store).responses} == {f"s{number}" for number in range(1, 10)}


def test_two_looks_at_once_tell_whole_tens_both(
    store: Store, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another look releases ten while this one has read a part of them."""
    finish(store, *many(0, 7))
    read = Store.interviews
    with closing(open_store(store_url, anonymous_survey(), reading=True)) as other:

        def reading(self: Store) -> Iterator[object]:
            yield from list(read(self))
            if self is store and len(seen(other)) == 0:
                finish(other, *many(7, 3))
                assert len(seen(other)) == 10

        monkeypatch.setattr(Store, "interviews", reading)
        assert seen(store) == {*many(0, 10)}


def test_reopened_what_was_told_at_closing_stays_as_it_was(store: Store) -> None:
    study = anonymous_survey()
    finish(store, *many(0, 13), words="at closing")
    begin(store, "left")
    assert len(seen(store)) == 10
    enter(store, Phase.CLOSED)
    store.releasing.forget()
    assert seen(store) == {*many(0, 13), "left"}
    change_phase(study, store, Phase.PILOT, "Too few.", DAY)
    send(store, "p012", "remarks", remarks="after it")
    finish(store, "left", *many(13, 8))
    assert seen(store) == {*many(0, 13)}
    assert {one.answers.values["remarks"] for one in look(store).responses} == {"at closing"}
    finish(store, "last")
    assert seen(store) == {*many(0, 21), "left", "last"}


STEPS = st.lists(
    st.tuples(st.sampled_from(["finish", "begin", "change", "erase", "look"]), st.integers(0, 39)),
    min_size=1,
    max_size=60,
)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(STEPS)
def test_between_any_two_looks_no_fewer_than_ten_come(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    with closing(open_store(str(tmp_path_factory.mktemp("s") / "store"), anonymous_survey())) as store:
        enter(store, Phase.LIVE)
        finish(store, *many(100, 8))
        ever, last = set[str](), dict[str, object]()
        for step, number in [*steps, ("look", 0)]:
            (who,) = many(number, 1)
            there = store.find(f"key {who}") is not None
            if step == "finish":
                new = (one for one in many(number, 1 + number % 6) if store.find(f"key {one}") is None)
                finish(store, *new)
            elif step == "begin" and not there:
                begin(store, who, number % 4)
            elif step == "change" and there:
                send(store, who, "usage", usage="often" if number % 2 else "never")
            elif step == "erase" and there:
                store.erase(f"key {who}", f"contact {who}")
                ever.discard(f"id-{who}")
                last.pop(f"id-{who}", None)
            elif step == "look":
                now = {one.id: one for one in look(store).responses}
                assert {one: now[one] for one in last} == last, "who was told stays told, as it was"
                assert len(now.keys() - ever) % 10 == 0
                ever |= now.keys()
                last = dict(now)
