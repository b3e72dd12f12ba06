"""Once fieldwork is closed nothing is begun or changed, however long ago it was sent."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from sample_survey import invited_survey, keys, mail_all, sampled
from store_survey import DAY, answered, form, opening, survey

from peil.interview.answers import Answers
from peil.interview.response import Response
from peil.store.errors import FieldworkClosed
from peil.store.mark import Mark
from peil.store.open_store import open_store
from peil.store.phase import Phase, PhaseEntry
from peil.store.receipt import Fate, Receipt
from peil.store.store import Store
from peil.store.writer import Writer
from peil.study.fielding import Privacy

PATIENCE = 60.0


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with closing(open_store(store_url, survey())) as opened:
        yield opened


def enter(url: str, phase: Phase) -> None:
    """As ``peil phase`` does, beside the servers."""
    with closing(open_store(url, survey(), reading=True)) as other:
        other.enter_phase(PhaseEntry(phase, "v1", DAY, "said"))


def test_what_was_sent_before_and_comes_after_is_not_kept(store: Store, store_url: str) -> None:
    enter(store_url, Phase.LIVE)
    kept = answered(store, pages=4)
    sent = form(kept, "reach", {"reach.email": "ann@example.org"}, seconds=3)
    enter(store_url, Phase.CLOSED)
    found = store.submit_all([sent, opening("b")])
    assert [type(one) for one in found] == [FieldworkClosed, FieldworkClosed]
    with pytest.raises(FieldworkClosed):
        store.submit(sent)
    assert list(store.kept()) == [kept]
    assert list(store.details()) == []
    assert "reach" not in store.page_seconds()
    enter(store_url, Phase.LIVE)
    again = store.submit_all([sent])[0]
    assert isinstance(again, Receipt)
    assert again.fate is Fate.ACCEPTED


def test_the_writer_tells_each_that_it_is_closed(store: Store, store_url: str) -> None:
    enter(store_url, Phase.CLOSED)
    writer = Writer(store)
    try:
        with pytest.raises(FieldworkClosed):
            writer.open_interview(opening()).result(PATIENCE)
    finally:
        writer.close()


def test_a_closed_store_takes_files_and_erases(store: Store, store_url: str) -> None:
    answered(store, pages=1)
    enter(store_url, Phase.CLOSED)
    response = Response("x", Answers({"usage": "never"}, frozenset({"welcome", "usage"})), None, None)
    assert store.bring_in([response], DAY).new == 1
    assert store.erase("key a", "contact a")


def test_no_mark_is_noted_after_closing_until_it_is_reopened(store_url: str) -> None:
    with sampled(store_url, invited_survey(Privacy.ANONYMOUS), 30) as sample:
        tokens = list(mail_all(sample).values())
        sample.destroy_links(DAY)
        assert sample.note(Mark.DONE, keys(tokens[:12])) == frozenset(), "none waits for another time"
        assert sample.known_done() == frozenset()
        sample.reopen()
        sample.note(Mark.DONE, keys(tokens[:12]))
        assert len(sample.known_done()) == 12
