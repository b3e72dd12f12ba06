"""Once its order is forgotten, nothing in a store shows who came before whom."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest
from psycopg import sql
from store_survey import REACHED, answered, form, opening, survey

from peil.interview.answers import Answers, Value
from peil.interview.submit import submit
from peil.store.errors import StoreUnavailable
from peil.store.open_store import open_store
from peil.store.receipt import Fate
from peil.store.sqlite import Sqlite
from peil.store.store import Store

PEOPLE = [f"{number:02}" for number in range(40)]
COUNTERS = [*range(24, 28), *range(92, 96)]
"""Bytes of SQLite's header that count changes of the file."""


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def take_part(store: Store, seed: int) -> None:
    """Many interviews, page by page through each other, in an order drawn for each page."""
    random = Random(seed)  # noqa: S311 - no secret
    for who in random.sample(PEOPLE, len(PEOPLE)):
        store.open_interview(opening(who))
    pages = [*REACHED, ("remarks", dict[str, Value]())]
    for number, (page, values) in enumerate(pages):
        for who in random.sample(PEOPLE, len(PEOPLE)):
            kept = store.find(f"key {who}")
            assert kept is not None
            text: dict[str, Value] = {"remarks": f"{who} " * 300} if page == "remarks" else {}
            own: dict[str, Value] = {"reach.email": f"{who}@example.org"} if page == "reach" else {}
            sent = form(kept, page, {**values, **text, **own}, who, nonce=f"{secrets.token_hex(8)}{number}")
            assert store.submit(sent).fate is Fate.ACCEPTED


def sqlite_bytes(folder: Path) -> dict[str, bytes]:
    """Everything in the files of the two databases but the counters of changes."""
    found = {}
    for path in sorted(folder.glob("[ac]*.sqlite*")):
        text = bytearray(path.read_bytes())
        for place in COUNTERS if path.suffix == ".sqlite" else []:
            text[place] = 0
        if path.suffix != ".sqlite-shm":  # an index of the log, which is empty
            found[path.name] = bytes(text)
    return found


def same_salt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peil.store.interview_rows.secrets.token_hex", lambda _: "salt")


@pytest.mark.slow
def test_files_don_t_tell_in_which_order_people_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the order was, the files are the same to the last byte; before, they weren't."""
    before, after = [], []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        store = open_store(str(folder), survey(), serving=True)
        take_part(store, seed)
        store.bring_in([], opening().day)
        before.append(sqlite_bytes(folder))
        with monkeypatch.context() as patched:
            same_salt(patched)
            store.forget_order()
        after.append(sqlite_bytes(folder))
        store.close()
    assert before[0]["answers.sqlite-wal"] != before[1]["answers.sqlite-wal"]
    assert after[0].keys() == {
        f"{name}.sqlite{end}" for name in ("answers", "contacts") for end in ("", "-wal")
    }
    assert after[0]["answers.sqlite-wal"] == after[0]["contacts.sqlite-wal"] == b""
    assert {name for name in after[0] if after[0][name] != after[1][name]} == set()


def tables(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table with where it lies and which transaction wrote it."""
    with psycopg.connect(url) as connection:
        named = connection.execute(
            "SELECT schemaname, tablename FROM pg_tables"
            " WHERE schemaname IN ('peil_answers', 'peil_contacts') AND tablename <> 'migrations'"
        ).fetchall()
        return {
            ".".join(name): connection.execute(
                sql.SQL("SELECT ctid::text, xmin::text, one.* FROM {} one ORDER BY ctid").format(
                    sql.Identifier(*name)
                )
            ).fetchall()
            for name in sorted(named)
        }


@pytest.mark.slow
def test_neither_place_nor_transaction_tells_in_which_order_people_came(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for seed in (1, 2):
        store = open_store(postgres_url, survey(), serving=True)
        take_part(store, seed)
        before = tables(postgres_url)
        assert len({row[1] for row in before["peil_answers.interviews"]}) > 10
        with monkeypatch.context() as patched:
            same_salt(patched)
            store.forget_order()
        found.append(tables(postgres_url))
        for kept in list(store.kept()):
            store.erase(f"key {kept.id.removeprefix('id-')}", f"contact {kept.id.removeprefix('id-')}")
        store.close()
    for schema in ("peil_answers", "peil_contacts"):
        written = {row[1] for name, rows in found[0].items() if name.startswith(schema) for row in rows}
        assert len(written) == 1
    assert len(found[0]["peil_answers.submissions"]) > len(PEOPLE)
    assert len(found[0]["peil_contacts.details"]) == 2 * len(PEOPLE)
    first, second = (
        {name: [(row[0], *row[2:]) for row in rows] for name, rows in one.items()} for one in found
    )
    assert first == second


def test_what_is_kept_stays_and_can_be_gone_on_with(store: Store) -> None:
    """A store that is reopened after it was closed."""
    kept = answered(store)
    store.submit(form(kept, "call", {"call": "no"}))
    answered(store, "b", pages=2)
    before, details = list(store.kept()), list(store.contact_details())
    store.forget_order()
    store.forget_order()
    assert list(store.kept()) == before
    assert list(store.contact_details()) == details
    for one in before:
        folded = Answers()
        for entry in store.log(one.id):
            folded = submit(survey(), folded, entry.page, entry.values, passed=entry.passed)
        assert folded == one.answers
    log = store.log("id-a")
    assert [entry.nonce for entry in log if entry.nonce == "opening"] == ["opening"]
    assert [entry.page for entry in log if entry.nonce.endswith(".withdrawn")] == ["reach"]
    assert {entry.digest for entry in log} == {""}
    later = store.find("key b")
    assert later is not None
    assert store.submit(form(later, "turnover", {"rose": "no"}, "b")).fate is Fate.ACCEPTED
    assert store.open_interview(opening("c")).id == "id-c"
    assert store.erase("key a", "contact a")


def test_nonces_that_look_like_numbers_are_no_trouble(store: Store) -> None:
    kept = answered(store, pages=0)
    for nonce in ("2001", "3001", "1001"):
        receipt = store.submit(form(kept, "usage", {"usage": "often"}, nonce=nonce))
        assert receipt.kept is not None
        kept = receipt.kept
    store.forget_order()
    assert len({entry.nonce for entry in store.log("id-a")}) == 4


def test_no_nonce_or_digest_is_left(store: Store, store_url: str) -> None:
    kept = answered(store, pages=0)
    sent = form(kept, "usage", {"usage": "often"}, nonce="the-nonce-of-a-form", digest="the-digest-of-a-form")
    store.submit(sent)
    store.forget_order()
    if store_url.startswith("sqlite:"):
        folder = Path(store_url.removeprefix("sqlite:"))
        everything = b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
    else:
        everything = repr(tables(store_url)).encode()
    assert b"often" in everything
    assert b"of-a-form" not in everything


def test_a_reader_in_the_way_is_told_and_it_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peil.store.sqlite.BUSY_SECONDS", 0.1)
    folder = tmp_path / "store"
    store = open_store(str(folder), survey())
    answered(store)
    reader = Sqlite(folder / "answers.sqlite", read_only=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM answers")
    with pytest.raises(StoreUnavailable):
        store.forget_order()
    reader.rollback()
    reader.close()
    store.forget_order()
    assert (folder / "answers.sqlite-wal").read_bytes() == b""
    store.close()
