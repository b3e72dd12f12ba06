"""The last day that the settings name closes fieldwork in the writer's transaction too."""

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from store_survey import DAY, answered, form, opening, survey

from peil.store.errors import FieldworkClosed
from peil.store.open_store import open_store
from peil.store.phase import Phase, PhaseEntry
from peil.store.receipt import Fate, Receipt
from peil.store.store import Store
from peil.study.study import Study

LAST = DAY + dt.timedelta(days=9)
AFTER = LAST + dt.timedelta(days=1)


def closing_survey() -> Study:
    return replace(survey(), about=replace(survey().about, closes=LAST))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with closing(open_store(store_url, closing_survey())) as opened:
        opened.enter_phase(PhaseEntry(Phase.LIVE, opened.version, DAY, "said"))
        yield opened


def test_a_page_that_was_let_in_on_the_last_day_and_comes_after_it_is_not_kept(store: Store) -> None:
    kept = answered(store, pages=4)
    late = form(kept, "reach", {"reach.email": "ann@example.org"}, day=AFTER, seconds=3)
    with pytest.raises(FieldworkClosed):
        store.submit(late)
    assert list(store.kept()) == [kept]
    assert list(store.details()) == []
    with pytest.raises(FieldworkClosed):
        store.open_interview(replace(opening("b"), day=AFTER))


def test_who_is_in_time_is_kept_though_written_together_with_who_is_late(store: Store) -> None:
    kept = answered(store, pages=1)
    found = store.submit_all(
        [form(kept, "reasons", {"reasons.speed": True}, day=LAST), replace(opening("b"), day=AFTER)]
    )
    assert isinstance(found[0], Receipt)
    assert found[0].fate is Fate.ACCEPTED
    assert isinstance(found[1], FieldworkClosed)


@pytest.mark.parametrize(
    ("phase", "day"), [(Phase.PILOT, DAY), (Phase.LIVE, AFTER)], ids=["a pilot", "gone live when it was over"]
)
def test_the_day_is_kept_to_as_respondents_are_told(store: Store, phase: Phase, day: dt.date) -> None:
    """As ``field/standing.py`` has it: a pilot has no last day, nor has who goes live after it."""
    store.enter_phase(PhaseEntry(phase, store.version, day, "said"))
    assert store.open_interview(replace(opening("b"), day=AFTER)).id == "id-b"
