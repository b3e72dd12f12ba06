"""Many at once: the same form twice, two devices, a full queue, a store that fails."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from store_survey import REACHED, answered, form, opening, survey

from peil.store.errors import StoreBusy, StoreUnavailable
from peil.store.open_store import open_store
from peil.store.receipt import Fate, Receipt
from peil.store.sqlite import Sqlite
from peil.store.store import Store
from peil.store.writer import Writer

PATIENCE = 60.0


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def at_once(jobs: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do jobs in threads that start together."""
    gate = threading.Barrier(len(jobs))

    def do(job: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the job gives
        gate.wait(PATIENCE)
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(do, jobs))


def test_a_double_click_on_start_opens_one_interview(store: Store) -> None:
    kept = at_once([lambda: store.open_interview(opening())] * 8)
    assert len({one.id for one in kept}) == 1
    assert len(store.log("id-a")) == 1


def test_one_form_sent_many_times_at_once_is_accepted_once(store: Store) -> None:
    sent = form(answered(store, pages=0), "usage", {"usage": "often"})
    fates = Counter(receipt.fate for receipt in at_once([lambda: store.submit(sent)] * 12))
    assert fates == {Fate.ACCEPTED: 1, Fate.REPEATED: 11}
    assert len(store.log("id-a")) == 2


def test_of_two_devices_with_other_answers_one_is_shown_both(store: Store) -> None:
    kept = answered(store, pages=0)
    sent = [form(kept, "usage", {"usage": value}) for value in ("often", "never")]
    receipts = at_once([lambda one=one: store.submit(one) for one in sent])
    assert {receipt.fate for receipt in receipts} == {Fate.ACCEPTED, Fate.STALE}
    assert receipts[0].kept == receipts[1].kept == store.find("key a")


def test_one_form_sent_to_two_processes_is_accepted_once(store_url: str) -> None:
    """Each store has its own connections, as another process would."""
    stores = [open_store(store_url, survey()) for _ in range(3)]
    kept = answered(stores[0], pages=0)
    sent = form(kept, "usage", {"usage": "often"})
    receipts = at_once([lambda one=one: one.submit(sent) for one in stores])
    assert Counter(receipt.fate for receipt in receipts) == {Fate.ACCEPTED: 1, Fate.REPEATED: 2}
    opened = at_once([lambda one=one: one.open_interview(opening("b")) for one in stores])
    assert len(opened) == 3
    assert len(list(stores[0].kept())) == 2
    for one in stores:
        one.close()


def test_batches_in_several_processes_don_t_wait_for_each_other_forever(store_url: str) -> None:
    stores = [open_store(store_url, survey()) for _ in range(2)]
    people = [f"p{number}" for number in range(10)]
    kept = [answered(stores[0], who, pages=0) for who in people]
    batch = [form(one, "usage", {"usage": "often"}, who) for one, who in zip(kept, people, strict=True)]
    again = [form(one, "usage", {"usage": "often"}, who) for one, who in zip(kept, people, strict=True)]
    both = at_once([lambda: stores[0].submit_all(batch), lambda: stores[1].submit_all(list(reversed(again)))])
    assert {outcome.fate for outcomes in both for outcome in outcomes} == {Fate.ACCEPTED}
    for one in stores:
        one.close()


@pytest.mark.slow
def test_many_respondents_through_the_writer_each_get_their_own_answers(store: Store) -> None:
    writer = Writer(store, most_together=8)

    def take_part(who: str) -> None:
        kept = writer.open_interview(opening(who)).result(PATIENCE)
        for page, values in REACHED[:4]:
            receipt = writer.submit(form(kept, page, values, who)).result(PATIENCE)
            assert receipt.kept is not None
            kept = receipt.kept
        details = {"reach.email": f"{who}@example.org"}
        receipt = writer.submit(form(kept, "reach", {**details, "reach.phone": who}, who)).result(PATIENCE)
        assert receipt.kept is not None
        assert receipt.kept.id == f"id-{who}"

    people = [f"p{number:02}" for number in range(30)]
    at_once([lambda who=who: take_part(who) for who in people])
    writer.close()
    assert [kept.id for kept in store.kept()] == [f"id-{who}" for who in people]
    found = {one["reach.phone"]: one["reach.email"] for one in store.contact_details()}
    assert found == {who: f"{who}@example.org" for who in people}


class Halted:
    """A store whose first batch waits until it is let go."""

    def __init__(self, store: Store) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        self.batches: list[int] = []
        self._submit_all = store.submit_all

    def submit_all(self, jobs: Sequence[Any]) -> list[Any]:
        self.batches.append(len(jobs))
        self.begun.set()
        self.go.wait(PATIENCE)
        return self._submit_all(jobs)


def test_a_full_queue_refuses_and_what_waits_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(str(tmp_path / "store"), survey())
    halted = Halted(store)
    monkeypatch.setattr(store, "submit_all", halted.submit_all)
    writer = Writer(store, most_waiting=3, most_together=2)
    first = writer.open_interview(opening("p0"))
    assert halted.begun.wait(PATIENCE)
    waiting = [writer.open_interview(opening(f"p{number}")) for number in range(1, 4)]
    with pytest.raises(StoreBusy):
        writer.open_interview(opening("p4"))
    assert not any(future.cancel() for future in (first, *waiting))
    halted.go.set()
    writer.close()
    assert halted.batches == [1, 2, 1]
    assert [future.result(0).id for future in (first, *waiting)] == [f"id-p{number}" for number in range(4)]
    with pytest.raises(StoreUnavailable):
        writer.submit(form(first.result(), "usage", {"usage": "often"}, "p0"))
    store.close()


def test_a_writer_outlives_a_store_that_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(tmp_path / "store"), survey())
    writer = Writer(store)
    with monkeypatch.context() as broken:
        broken.setattr(store, "submit_all", dict[Any, Any]().__getitem__)
        lost: Future[Any] = writer.open_interview(opening())
        assert isinstance(lost.exception(PATIENCE), TypeError)
    assert writer.open_interview(opening()).result(PATIENCE).id == "id-a"
    writer.close()
    store.close()


class NoCommit(Sqlite):
    """A database whose commits can be made to fail, before or after they did their work."""

    fails = ""

    def commit(self) -> None:
        if self.fails == "before":
            raise StoreUnavailable("disk I/O error")
        super().commit()
        if self.fails == "after":
            raise StoreUnavailable("the connection was lost")


def failing_store(folder: Path) -> tuple[Store, NoCommit]:
    open_store(str(folder), survey()).close()
    answers = NoCommit(folder / "answers.sqlite")
    reading = Sqlite(folder / "answers.sqlite", read_only=True)
    return Store(survey(), answers, reading, Sqlite(folder / "contacts.sqlite")), answers


def test_a_failing_commit_is_told_to_all_and_keeps_nothing(tmp_path: Path) -> None:
    store, answers = failing_store(tmp_path / "store")
    kept = answered(store)
    other = answered(store, "b", pages=0)
    jobs = [form(kept, "call", {"call": "no"}), form(other, "usage", {"usage": "often"}, "b")]
    answers.fails = "before"
    outcomes = store.submit_all(jobs)
    assert [type(outcome) for outcome in outcomes] == [StoreUnavailable, StoreUnavailable]
    assert outcomes[0] is not outcomes[1]
    with pytest.raises(StoreUnavailable):
        store.open_interview(opening("c"))
    answers.fails = ""
    assert (store.find("key a"), store.find("key b"), store.find("key c")) == (kept, other, None)
    assert len(next(iter(store.contact_details()))) == 2  # nothing was taken back that is still marked
    assert [outcome.fate for outcome in store.submit_all(jobs) if isinstance(outcome, Receipt)] == [
        Fate.ACCEPTED,
        Fate.ACCEPTED,
    ]
    store.close()


def test_contact_details_whose_answers_were_not_committed_don_t_stay(tmp_path: Path) -> None:
    store, answers = failing_store(tmp_path / "store")
    kept = answered(store, pages=4)
    sent = form(kept, "reach", dict(REACHED[4][1]))
    answers.fails = "before"
    with pytest.raises(StoreUnavailable):
        store.submit(sent)
    answers.fails = ""
    answered(store, "b", pages=0)
    assert list(store.contact_details()) == []
    assert store.submit(sent).fate is Fate.ACCEPTED
    assert len(list(store.contact_details())) == 1
    store.close()


@pytest.mark.parametrize(
    ("page", "values", "left"),
    [
        ("call", {"call": "no"}, []),
        ("reach", {"reach.phone": "1"}, [{"reach.phone": "1"}]),
        ("usage", {"usage": "often"}, []),
    ],
)
def test_details_that_a_power_cut_left_without_their_answers_go_with_the_next_page(
    tmp_path: Path, page: str, values: dict[str, str], left: list[dict[str, str]]
) -> None:
    store, answers = failing_store(tmp_path / "store")
    sent = form(answered(store, pages=4), "reach", {"reach.email": "ann@example.org"})
    answers.fails = "before"
    with pytest.raises(StoreUnavailable):
        store.submit(sent)
    again = open_store(str(tmp_path / "store"), survey())  # the first one's memory is lost
    kept = again.find("key a")
    assert kept is not None
    assert len(list(again.contact_details())) == 1
    assert again.submit(form(kept, page, values)).fate is Fate.ACCEPTED
    assert list(again.contact_details()) == left
    again.close()
    answers.fails = ""
    store.close()


def test_a_commit_whose_news_was_lost_is_repeated_and_finished(tmp_path: Path) -> None:
    store, answers = failing_store(tmp_path / "store")
    kept = answered(store)
    sent = form(kept, "call", {"call": "no"})
    answers.fails = "after"
    with pytest.raises(StoreUnavailable):
        store.submit(sent)
    answers.fails = ""
    assert store.submit(sent).fate is Fate.REPEATED
    assert list(store.contact_details()) == []
    store.close()


def test_a_full_disk_fails_calmly_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    store, answers = failing_store(tmp_path / "store")
    pages = answers.execute("PRAGMA page_count")[0][0]
    answers.execute(f"PRAGMA max_page_count = {pages + 2}")
    accepted: list[str] = []
    for number in range(1000):
        if isinstance(store.submit_all([opening(f"p{number:03}")])[0], StoreUnavailable):
            break
        accepted.append(f"id-p{number:03}")
    assert len(accepted) < 1000
    assert [kept.id for kept in store.kept()] == accepted
    answers.execute("PRAGMA max_page_count = 100000")
    assert store.open_interview(opening("z")).id == "id-z"
    store.close()


def test_a_lost_connection_is_told_and_made_again(postgres_url: str) -> None:
    store = open_store(postgres_url, survey())
    kept = answered(store, pages=0)

    def cut(waiting_for: str) -> None:
        with psycopg.connect(postgres_url, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE application_name = 'peil' AND wait_event_type = %s",
                (waiting_for,),
            )

    cut("Client")  # between two requests: nothing of it is noticed
    assert store.find("key a") == kept
    assert store.submit(form(kept, "usage", {"usage": "often"})).fate is Fate.ACCEPTED
    with psycopg.connect(postgres_url) as blocking:  # in the middle of a transaction
        blocking.execute("SELECT * FROM peil_answers.interviews FOR UPDATE")
        sent = form(store.find("key a") or kept, "reasons", {"reasons.speed": True})
        with ThreadPoolExecutor(1) as pool:
            outcome = pool.submit(store.submit_all, [sent])
            while (
                not outcome.done()
                and not blocking.execute(
                    "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                ).fetchall()
            ):
                blocking.execute("SELECT pg_stat_clear_snapshot()")
            cut("Lock")
            assert isinstance(outcome.result(PATIENCE)[0], StoreUnavailable)
    assert len(store.log("id-a")) == 2
    assert store.submit(sent).fate is Fate.ACCEPTED
    store.close()
