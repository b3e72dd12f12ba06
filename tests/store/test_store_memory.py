"""What is remembered of interviews under way is never more than what the database has."""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from store_survey import REACHED, answered, form, opening, survey

from apart import run_apart
from peil.interview.walk import walk
from peil.store import interview_rows, under_way
from peil.store.database import Database
from peil.store.errors import StoreBusy, StoreUnavailable
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.receipt import Fate, Receipt
from peil.store.sqlite import Sqlite
from peil.store.store import Store
from peil.store.under_way import Remembered, UnderWay
from peil.store.writer import Writer

PATIENCE = 60.0


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def in_database(store: Store) -> dict[str, Kept]:
    """The interviews as the database has them, whatever is remembered."""
    return {kept.id: kept for kept in store.kept()}


def fates(outcomes: list[Any]) -> list[Any]:
    return [one.fate if isinstance(one, Receipt) else type(one) for one in outcomes]


def test_what_is_found_is_what_is_kept_and_walked_so(store: Store) -> None:
    people = ("a", "b", "c")
    for number, who in enumerate(people):
        answered(store, who, pages=number * 2)
    for who in people:
        kept, walked = store.find_walked(f"key {who}") or (None, None)
        assert kept == in_database(store)[f"id-{who}"] == store.find(f"key {who}")
        assert kept is not None
        assert walked == walk(survey(), kept.answers)
    assert store.find_walked("key z") is None


def test_more_interviews_than_are_remembered_go_on_all_the_same(store: Store) -> None:
    store._remembered._most = 2  # noqa: SLF001 - to forget soon
    people = ["a", "b", "c", "d", "e"]
    kept = {who: answered(store, who, pages=0) for who in people}
    for page, values in REACHED:
        sent = [form(kept[who], page, values, who) for who in people]
        assert set(fates(store.submit_all(sent))) == {Fate.ACCEPTED}
        assert set(fates(store.submit_all(sent[::2]))) == {Fate.REPEATED}
        kept = {who: in_database(store)[f"id-{who}"] for who in people}
        assert {who: store.find(f"key {who}") for who in people} == kept


def test_what_another_process_changed_is_seen_before_anything_is_judged(store_url: str) -> None:
    one, other = open_store(store_url, survey()), open_store(store_url, survey())
    kept = answered(one, pages=1)
    sent = form(kept, "reasons", {"reasons.speed": True})
    assert other.submit(sent).fate is Fate.ACCEPTED
    assert one.submit(sent).fate is Fate.REPEATED
    newer = other.submit(form(other.find("key a") or kept, "reasons", {"reasons.other": True})).kept
    assert one.submit(form(kept, "reasons", {"reasons.speed": True}, revision=2)).fate is Fate.STALE
    assert one.find("key a") == newer == in_database(one)["id-a"]
    one.close()
    other.close()


def test_who_was_erased_by_another_process_is_unknown_and_out_of_memory(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(under_way, "monotonic", lambda: now[0])
    one, other = open_store(store_url, survey()), open_store(store_url, survey())
    kept = answered(one, pages=1)
    answered(one, "b", pages=1)
    assert other.erase("key a", "contact a")
    assert one.submit(form(kept, "reasons", {"reasons.speed": True})).fate is Fate.UNKNOWN
    assert one.find("key a") is None
    assert other.erase_by_id("id-b")
    now[0] += 1
    assert one.find("key b") is None
    for who in ("a", "b"):
        assert one._remembered.get(f"key {who}") is None  # noqa: SLF001 - nothing of them stays there either
        assert one.open_interview(replace(opening(who), id=f"new-{who}")).id == f"new-{who}"
    one.close()
    other.close()


def test_who_was_just_erased_isn_t_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_way, "monotonic", lambda: 100.0)  # no time goes by
    for who in ("a", "b"):
        answered(store, who, pages=1)
    assert store.erase("key a", "contact a")
    assert store.erase_by_id("id-b")
    assert [store.find(f"key {who}") for who in ("a", "b")] == [None, None]
    assert [store.find_walked(f"key {who}") for who in ("a", "b")] == [None, None]


def test_several_pages_of_one_interview_in_one_batch_are_judged_one_after_the_other(store: Store) -> None:
    kept = answered(store, pages=0)
    first = form(kept, "usage", {"usage": "often"})
    second = form(kept, "reasons", {"reasons.speed": True}, revision=1, shown=frozenset({"reasons"}))
    older = form(kept, "turnover", {"rose": "no"})  # made from what was there before both
    another = form(kept, "usage", {"usage": "never"})
    outcomes = store.submit_all([first, first, second, another, older, opening()])
    assert fates(outcomes) == [
        *(Fate.ACCEPTED, Fate.REPEATED, Fate.ACCEPTED, Fate.STALE, Fate.ACCEPTED),
        Kept,
    ]
    assert in_database(store)["id-a"] == store.find("key a")
    assert [entry.page for entry in store.log("id-a")] == ["welcome", "usage", "reasons", "turnover"]


def test_two_devices_in_one_batch_are_judged_one_after_the_other(store: Store) -> None:
    kept = answered(store, pages=0)
    sent = [form(kept, "usage", {"usage": value}) for value in ("often", "never")]
    assert fates(store.submit_all(sent)) == [Fate.ACCEPTED, Fate.STALE]
    assert in_database(store)["id-a"].answers.values == {"usage": "often"}


@pytest.mark.parametrize(
    "unwritable", ["\ud800", "".join(map(chr, range(0x4E00, 0x4E00 + 5000)))], ids=["no text", "too long"]
)
def test_one_that_can_t_be_written_fails_alone(store: Store, store_url: str, unwritable: str) -> None:
    """A page that is judged well, and that the database doesn't take."""
    if len(unwritable) > 1 and store_url.startswith("sqlite:"):
        unwritable = "\udfff"  # it takes any length
    kept = {who: answered(store, who, pages=4) for who in "abc"}
    reach = dict(REACHED[4][1])
    good = [form(kept[who], "reach", reach, who, seconds=3) for who in "ac"]
    bad = form(kept["b"], "reach", reach, "b", seconds=3, nonce=unwritable)
    outcomes = store.submit_all([good[0], bad, opening("d"), good[1], good[1]])
    assert fates(outcomes) == [Fate.ACCEPTED, StoreUnavailable, Kept, Fate.ACCEPTED, Fate.REPEATED]
    found = in_database(store)
    assert found["id-b"] == kept["b"] == store.find("key b")
    assert [found[f"id-{who}"].revision for who in "ac"] == [5, 5]
    assert len(list(store.contact_details())) == 2
    assert store.page_seconds() == {"reach": {3: 2}}
    again = replace(bad, nonce="n")
    assert store.submit(again).fate is Fate.ACCEPTED


def test_of_two_with_one_key_in_one_batch_one_is_opened(store: Store) -> None:
    two = [opening("a"), replace(opening("a"), id="id-z")]
    outcomes = store.submit_all(two)
    assert [one.id for one in outcomes if isinstance(one, Kept)] == ["id-a", "id-a"]
    assert [*in_database(store)] == ["id-a"]
    clash = replace(opening("b"), id="id-a")  # an id that is there already
    assert fates(store.submit_all([clash, opening("c")])) == [StoreUnavailable, Kept]
    assert [*in_database(store)] == ["id-a", "id-c"]


class SlowCommit(Sqlite):
    """A database that does something before each commit."""

    before_commit = staticmethod(lambda: None)

    def commit(self) -> None:
        self.before_commit()
        super().commit()


def test_what_isn_t_committed_isn_t_found(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    open_store(str(folder), survey()).close()
    answers = SlowCommit(folder / "answers.sqlite")
    reading = Sqlite(folder / "answers.sqlite", read_only=True)
    store = Store(survey(), answers, reading, Sqlite(folder / "contacts.sqlite"))
    kept = answered(store, pages=1)
    seen: list[Kept | None] = []
    answers.before_commit = lambda: seen.append(store.find("key a"))
    assert store.submit(form(kept, "reasons", {"reasons.speed": True})).fate is Fate.ACCEPTED
    assert seen == [kept]
    store.close()


def test_remembered_is_never_older_than_it_was() -> None:
    remembered = Remembered(2)
    kept = Kept("id", "nl", 1, 4, answers=None)  # type: ignore[arg-type]
    newer, older = UnderWay(kept, {}), UnderWay(replace(kept, revision=3), {})
    remembered.put([("a", newer)])
    remembered.put([("a", older)])
    assert remembered.get("a") is newer
    remembered.refine("a", older, UnderWay(kept, {}))
    assert remembered.get("a") is newer
    remembered.put([("b", older), ("c", older)])
    assert remembered.get("a") is None
    remembered.forget("b")
    remembered.refine("b", older, newer)  # erased meanwhile
    assert remembered.get("b") is None


def test_whoever_awaits_in_an_event_loop_is_told(store: Store) -> None:
    async def take_part(writer: Writer, who: str) -> Kept:
        kept = await writer.opened(opening(who))
        for page, values in REACHED:
            receipt = await writer.submitted(form(kept, page, values, who))
            assert receipt.fate is Fate.ACCEPTED
            assert receipt.kept is not None
            kept = receipt.kept
        return kept

    async def all_at_once() -> list[Kept]:
        writer = Writer(store, most_together=4)
        people = await asyncio.gather(*(take_part(writer, f"p{number}") for number in range(12)))
        left = asyncio.ensure_future(writer.opened(opening("gone")))
        await asyncio.sleep(0)
        left.cancel()
        await asyncio.to_thread(writer.close)
        with pytest.raises(StoreUnavailable):
            await writer.opened(opening("late"))
        return people

    people = run_apart(all_at_once())
    found = in_database(store)
    assert found.pop("id-gone").revision == 0  # who left has sent it all the same
    assert {one.id: one for one in people} == found


def test_a_failure_is_told_in_the_event_loop(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask() -> list[Any]:
        writer = Writer(store, most_waiting=2)
        kept = await writer.opened(opening())
        with monkeypatch.context() as broken:
            broken.setattr(store, "submit_all", lambda jobs: [StoreUnavailable("disk") for _ in jobs])
            with pytest.raises(StoreUnavailable):
                await writer.submitted(form(kept, "usage", {"usage": "often"}))
        found = await asyncio.gather(
            *(writer.opened(opening(f"p{number}")) for number in range(30)), return_exceptions=True
        )
        await asyncio.to_thread(writer.close)
        return found

    found = run_apart(ask())
    assert {type(one) for one in found} == {Kept, StoreBusy}
    kept = [one.id for one in found if isinstance(one, Kept)]
    assert sorted(["id-a", *kept]) == sorted(in_database(store))


def test_an_event_loop_that_ended_is_nobody_s_trouble(store: Store) -> None:
    writer = Writer(store)

    async def leave() -> None:
        asyncio.ensure_future(writer.opened(opening("gone")))  # noqa: RUF006 - nobody waits for it
        await asyncio.sleep(0)

    run_apart(leave())
    assert writer.open_interview(opening("b")).result(PATIENCE).id == "id-b"
    writer.close()
    assert [*in_database(store)] == ["id-b", "id-gone"]


def test_counts_of_visits_are_written_while_nobody_comes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peil.store.writer.LATER_SECONDS", 0.05)
    writer = Writer(store)
    kept = writer.open_interview(opening()).result(PATIENCE)
    writer.submit(form(kept, "usage", {"usage": "often"}, seconds=4)).result(PATIENCE)
    reading = store._reading  # noqa: SLF001 - what is in the database, and not what waits
    while not reading.execute("SELECT 1 FROM page_seconds"):
        pass
    writer.close()
    assert store.page_seconds() == {"usage": {4: 1}}


@pytest.mark.parametrize("forget", ["erase", "erase_by_id"])
def test_what_was_looked_up_while_it_was_erased_is_not_remembered(
    store: Store, store_url: str, monkeypatch: pytest.MonkeyPatch, forget: str
) -> None:
    """It is erased between a reader's look and its remembering, and others keep the store busy."""
    monkeypatch.setattr(under_way, "SURE_SECONDS", PATIENCE)
    kept = answered(store, pages=1)
    with closing(open_store(store_url, survey())) as server:
        server.open_interview(opening("other"))  # nobody else writes from now on, as far as it knows
        ask = (kept.id,) if forget == "erase_by_id" else ("key a", "contact a")
        erasing = Thread(target=getattr(server, forget), args=ask)
        look = interview_rows.read_nonces

        def slow(database: Database, interviews: Iterable[str]) -> dict[str, interview_rows.Nonces]:
            found = look(database, interviews)
            if not erasing.ident:
                erasing.start()
                erasing.join(0.3)
            return found

        monkeypatch.setattr(interview_rows, "read_nonces", slow)
        server.find("key a")
        erasing.join()
        server.open_interview(opening("another"))
        assert server.find("key a") is None
