"""Erasing: afterwards nothing of a person is in any table or any byte of any file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from store_survey import answered, form, opening, survey

from peil.interview.answers import Value
from peil.store import sqlite
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.sqlite import Sqlite
from peil.store.store import Store
from postgres_server import PostgresServer

Bytes = Callable[[], bytes]


@pytest.fixture
def kept_bytes(store_url: str, request: pytest.FixtureRequest) -> Bytes:
    """Gives all bytes that the store has on disk, those of the server's own write-ahead log aside."""
    if store_url.startswith("sqlite:"):
        folder = Path(store_url.removeprefix("sqlite:"))
        return lambda: b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
    return lambda: table_files(store_url, request.getfixturevalue("postgres_server"))


def table_files(store_url: str, server: PostgresServer) -> bytes:
    """Give all files of the database, those of tables that were written anew as well."""
    with psycopg.connect(store_url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        found = connection.execute("SELECT pg_relation_filepath('peil_answers.interviews')").fetchall()
    files = (server.folder / "cluster" / found[0][0]).parent.iterdir()
    return b"".join(path.read_bytes() for path in sorted(files) if path.is_file())


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def planted(who: str) -> list[str]:
    """Strings that say something about a person, each found nowhere else."""
    return [f"{what}-of-{who}-" for what in ("speed", "why", "email", "phone", "key", "contact", "id")]


def take_part(store: Store, who: str) -> None:
    """An interview with answers given, changed and changed back, of all sizes."""
    speed, why, email, phone, key, contact, name = planted(who)
    kept = store.open_interview(replace(opening(who), key=key, id=name))
    forms = [
        ("usage", {"usage": "often"}),
        ("reasons", {"reasons.other": True, "reasons.other.text": speed * 40}),
        ("reasons", {"reasons.other": True, "reasons.other.text": speed}),
        ("turnover", {"rose": "yes", "why": why + "x" * 9000}),
        ("call", {"call": "yes"}),
        ("reach", {"reach.email": email + "1", "reach.phone": phone}),
        ("reach", {"reach.email": email + "2" * 900, "reach.phone": phone}),
        ("remarks", {"remarks": why}),
    ]
    for page, values in forms:
        kept = send(store, kept, page, values, key, contact)


def send(store: Store, kept: Kept, page: str, values: Mapping[str, Value], key: str, contact: str) -> Kept:
    sent = replace(form(kept, page, values), key=key, contact_key=contact)
    receipt = store.submit(replace(sent, shown=sent.shown | {"why"}))
    assert receipt.kept is not None
    assert receipt.fate == "accepted", receipt
    return receipt.kept


def left_of(who: str, kept: bytes) -> list[str]:
    return [text for text in planted(who) if text.encode() in kept]


@pytest.mark.slow
def test_an_erased_interview_is_gone_from_every_file(store: Store, kept_bytes: Bytes) -> None:
    people = [f"p{number}" for number in range(25)]
    for who in people:
        take_part(store, who)
    before = kept_bytes()
    assert [left_of(who, before) for who in people] == [planted(who) for who in people]
    erased = people[::6]
    others = [who for who in people if who not in erased]
    for who in erased:
        assert store.erase(planted(who)[4], planted(who)[5])
    after = kept_bytes()
    assert [left_of(who, after) for who in erased] == [[] for _ in erased]
    assert [left_of(who, after) for who in others] == [planted(who) for who in others]
    assert [kept.id for kept in store.kept()] == sorted(planted(who)[6] for who in others)
    assert len(list(store.contact_details())) == len(people) - len(erased)


def test_erasing_again_or_nobody_finds_nothing(store: Store) -> None:
    answered(store)
    assert store.erase("key a", "contact a") is True
    assert store.find("key a") is None
    assert store.erase("key a", "contact a") is False
    assert store.erase_by_id("id-a") is False


def test_the_code_erases_contact_details_whose_interview_is_gone(store: Store, kept_bytes: Bytes) -> None:
    answered(store)
    assert store.erase_by_id("id-a") is True
    assert list(store.kept()) == []
    assert len(list(store.contact_details())) == 1
    assert store.erase("key a", "contact a") is False
    assert list(store.contact_details()) == []
    assert b"ann@example.org" not in kept_bytes()


def test_details_that_were_taken_back_are_gone_from_every_file(store: Store, kept_bytes: Bytes) -> None:
    kept = answered(store)
    assert b"ann@example.org" in kept_bytes()
    store.submit(form(kept, "call", {"call": "no"}))
    assert b"ann@example.org" not in kept_bytes()


def test_an_erasure_in_one_s_way_is_finished_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    folder = tmp_path / "store"
    store = open_store(str(folder), survey(), serving=True)
    take_part(store, "a")
    reader = Sqlite(folder / "answers.sqlite", read_only=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM answers")
    assert store.erase(planted("a")[4], planted("a")[5])
    reader.rollback()
    reader.close()
    store.close()
    open_store(str(folder), survey(), serving=True).close()
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert left_of("a", everything) == []


@pytest.mark.slow
def test_an_erasure_cut_off_before_its_last_step_is_finished_on_serving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "store"
    people = [f"p{number}" for number in range(25)]
    with monkeypatch.context() as cut_off:
        store = open_store(str(folder), survey(), serving=True)
        cut_off.setattr(Sqlite, "forget_traces", lambda _: None)
        for who in people:
            take_part(store, who)
        for who in people[::6]:
            assert store.erase(planted(who)[4], planted(who)[5])
        store.close()
    open_store(str(folder), survey(), serving=True).close()
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert [left_of(who, everything) for who in people[::6]] == [[]] * 5


def test_contact_details_and_answers_share_nothing(store: Store, store_url: str) -> None:
    """Nothing that stands in a row of the contacts, but the variable's name, stands among the answers."""
    for who in ("a", "b"):
        take_part(store, who)
    answers, contacts = cells_of(store_url, "answers"), cells_of(store_url, "contacts")
    shared = {cell for cell in contacts if any(cell in other for other in answers)}
    assert shared == {"reach.email", "reach.phone"}
    everything = "\n".join(answers)
    for who in ("a", "b"):
        _, _, email, phone, _, contact, name = planted(who)
        assert not [text for text in (email, phone, contact) if text in everything]
        assert name not in "\n".join(contacts)


def cells_of(url: str, database: str) -> set[str]:
    """All cells of all tables of one of the two databases, migrations aside."""
    if url.startswith("sqlite:"):
        found = Sqlite(Path(url.removeprefix("sqlite:")) / f"{database}.sqlite", read_only=True)
        names = found.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [
            found.execute("SELECT * FROM " + name)  # noqa: S608 - a table of the store's own
            for (name,) in names
            if name != "migrations"
        ]
        found.close()
        return {str(cell) for rows in tables for row in rows for cell in row}
    with psycopg.connect(url) as connection:
        named = connection.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = %s AND tablename <> 'migrations'",
            (f"peil_{database}",),
        ).fetchall()
        tables = [
            connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(*name))).fetchall()
            for name in named
        ]
    return {str(cell) for rows in tables for row in rows for cell in row}
