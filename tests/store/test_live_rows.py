"""Toplines of a study in the field follow what respondents do: at each look they are those of a full read."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from anonymous_field import LAST, PAGES, anonymous_survey, begin, enter, finish, many, send
from hypothesis import given, settings
from hypothesis import strategies as st
from store_survey import DAY, form, opening, survey

from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.fieldwork.told_interviews import tell_interviews
from peil.formats.live_rows import LiveRows
from peil.interview.answers import Value
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.line import make_tables
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.phase import Phase
from peil.store.store import Store

WHO = st.sampled_from("abcd")
STEP = st.one_of(
    st.tuples(st.just("begin"), WHO, st.integers(0, 3)),
    st.tuples(st.just("finish"), WHO, st.just(0)),
    st.tuples(st.just("go back"), WHO, st.sampled_from([0, 1])),
    st.tuples(st.just("erase"), WHO, st.just(0)),
    st.tuples(st.just("import"), st.just(""), st.integers(1, 3)),
    st.tuples(st.just("look"), st.just(""), st.just(0)),
)
_seeds = count()


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with closing(open_store(store_url, survey())) as opened:
        yield opened


def do(store: Store, what: str, who: str, number: int) -> None:
    """Do what respondents and researchers do; what can't be done then is left."""
    found = store.find(f"key {who}") if who else None
    if what == "begin" and found is None:
        begin(store, who, number)
    elif what == "finish":
        begin(store, who, 0) if found is None else None
        changed = found.changed if found else ()
        for page, values in (*PAGES, (LAST, {})):
            if page not in changed:
                try_page(store, who, page, values)
    elif what == "go back" and found is not None and "usage" in found.changed:
        try_page(store, who, "usage", {"usage": ("never", "often")[number]})
    elif what == "erase":
        store.erase(f"key {who}", f"contact {who}")
    elif what == "import":
        store.bring_in([*simulate(survey(), number, next(_seeds), 0.3)], DAY)


def try_page(store: Store, who: str, page: str, values: dict[str, Value]) -> None:
    """Send a page in; after a way back it may be off the route, and is refused then."""
    kept = store.find(f"key {who}")
    assert kept is not None
    store.submit(form(kept, page, values, who))


def assert_same(live: Dataset, whole: Dataset) -> None:
    assert live.ids == whole.ids
    assert list(live.columns) == list(whole.columns)
    for name, column in whole.columns.items():
        np.testing.assert_array_equal(live.columns[name], column)
        assert live.columns[name].dtype == column.dtype
    for name, states in whole.states.items():
        np.testing.assert_array_equal(live.states[name], states)
    for name in ("roles", "progress", "complete"):
        np.testing.assert_array_equal(getattr(live, name), getattr(whole, name))
    assert live.synthetic == whole.synthetic
    assert make_tables(live) == make_tables(whole)


def walk_through(store: Store, steps: list[tuple[str, str, int]]) -> None:
    live = LiveRows(survey(), store)
    for step in [*steps, ("look", "", 0)]:
        if step[0] == "look":
            assert_same(live.look(), from_responses(survey(), store.responses()))
        else:
            do(store, *step)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.lists(STEP, max_size=14))
def test_every_look_is_that_of_a_full_read(steps: list[tuple[str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(open_store(f"sqlite:{folder}", survey())) as store:
        walk_through(store, steps)


def test_a_long_history_in_either_database(store: Store) -> None:
    look = ("look", "", 0)
    walk_through(
        store,
        [
            look,
            ("begin", "b", 1),
            look,
            ("finish", "b", 0),
            ("begin", "a", 2),
            look,
            ("go back", "b", 1),
            ("import", "", 3),
            look,
            ("go back", "b", 0),
            look,
            ("erase", "a", 0),
            look,
            ("begin", "a", 1),
            ("erase", "b", 0),
            look,
        ],
    )


def test_only_what_changed_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(store, "a", "b")
    live = LiveRows(survey(), store)
    first = live.look()
    assert live.look() is first
    read: list[str] = []
    some = store.some_interviews

    def noted(ids: Iterable[str]) -> Iterator[tuple[Kept, Response]]:
        read.extend(wanted := list(ids))
        return some(wanted)

    monkeypatch.setattr(store, "some_interviews", noted)
    begin(store, "c", 1)
    live.look()
    assert read == ["id-c"]


def test_an_anonymous_study_gives_closed_batches_until_it_is_closed(store_url: str) -> None:
    study = anonymous_survey()
    with closing(open_store(store_url, study)) as store:
        enter(store, Phase.LIVE)
        live = LiveRows(study, store)
        finish(store, *many(0, 9))
        begin(store, "left")
        assert live.look().n == 0
        finish(store, *many(9, 3))
        seen = live.look()
        assert seen.n == 10
        send(store, seen.ids[0].removeprefix("id-"), "usage", usage="often")
        assert live.look() is seen
        assert_same(seen, from_responses(study, tell_interviews(study, store).responses))
        enter(store, Phase.CLOSED)
        assert_same(live.look(), from_responses(study, store.responses()))
        assert live.look().n == 13


def test_an_empty_store_has_toplines_too(tmp_path: Path) -> None:
    with closing(open_store(f"sqlite:{tmp_path}", survey())) as store:
        store.open_interview(opening("a", ()))
        assert {table.n for table in make_tables(LiveRows(survey(), store).look())} == {0}
