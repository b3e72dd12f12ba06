"""Contact details are sealed on arrival: who has the store and the study's folder can't read them."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from kept_files import all_bytes
from sealed_survey import COLLEAGUE, STRANGER, TEAM, sealing_survey
from store_survey import REACHED, answered, form, survey

from peil.interview.private import KEPT_APART
from peil.store.contact_rows import put_details, seal_readable
from peil.store.database import Database, transaction
from peil.store.open_store import CONTACTS, SCHEMA, open_store
from peil.store.postgres import Postgres
from peil.store.sealing import NotForThisKey, Sealing, read_sealing, unseal
from peil.store.sqlite import Sqlite
from peil.study.study import Study
from postgres_server import PostgresServer

Bytes = Callable[[], bytes]
EMAIL, PHONE = b"ann@example.org", b"0612345678"


@pytest.fixture
def kept_bytes(store_url: str, request: pytest.FixtureRequest) -> Bytes:
    on_server = not store_url.startswith("sqlite:")
    server = request.getfixturevalue("postgres_server") if on_server else None
    return lambda: all_bytes(store_url, server)


def contacts_of(store_url: str) -> Database:
    if store_url.startswith("sqlite:"):
        return Sqlite(Path(store_url.removeprefix("sqlite:")) / "contacts.sqlite")
    return Postgres(store_url, SCHEMA + CONTACTS)


def kept_for(store_url: str, study: Study) -> list[dict[str, str]]:
    """What the team reads with its private key."""
    with closing(open_store(store_url, study)) as store:
        return [
            {name: unseal(one.text, [TEAM]) if one.sealed else one.text for name, one in person.items()}
            for person in store.details()
        ]


def test_no_byte_of_the_store_holds_a_contact_detail(store_url: str, kept_bytes: Bytes) -> None:
    with closing(open_store(store_url, sealing_survey())) as store:
        answered(store)
        assert EMAIL not in kept_bytes()
        assert PHONE not in kept_bytes()
        (person,) = store.details()
        assert {name: one.sealed for name, one in person.items()} == {
            "reach.email": True,
            "reach.phone": True,
        }
    assert EMAIL not in kept_bytes()
    opened = [{"reach.email": "ann@example.org", "reach.phone": "0612345678"}]
    assert kept_for(store_url, sealing_survey()) == opened


def test_not_even_the_log_of_a_database_server_holds_one(
    postgres_url: str, postgres_server: PostgresServer
) -> None:
    study = sealing_survey()
    with closing(open_store(postgres_url, study)) as store:
        kept = answered(store, pages=4)
        store.submit(form(kept, "reach", {"reach.email": "only-sealed-in-memory@example.org"}))
    assert [person["reach.email"] for person in kept_for(postgres_url, study)] == [
        "only-sealed-in-memory@example.org"
    ]
    files = [path for path in postgres_server.folder.rglob("*") if path.is_file()]
    assert any("pg_wal" in path.parts for path in files)
    assert [path for path in files if b"only-sealed-in-memory" in path.read_bytes()] == []


def test_without_keys_they_are_there(store_url: str, kept_bytes: Bytes) -> None:
    """The bytes that the test above looks for are those that a store without keys has."""
    with closing(open_store(store_url, survey())) as store:
        answered(store)
    assert EMAIL in kept_bytes()
    assert PHONE in kept_bytes()


def test_a_stolen_server_opens_nothing(store_url: str) -> None:
    """Who has the store and the study has public keys and sealed texts, and nothing that opens them."""
    with closing(open_store(store_url, sealing_survey())) as store:
        answered(store)
        (person,) = store.details()
    for detail in person.values():
        with pytest.raises(NotForThisKey):
            unseal(detail.text, [STRANGER])
        for owner in (TEAM, COLLEAGUE):
            assert unseal(detail.text, [owner]).encode() in {EMAIL, PHONE}
    study = sealing_survey()
    known = json.dumps([study.fielding.contact_keys, *map(str, person.values())])
    assert "AGE-SECRET-KEY" not in known.upper()


def test_a_newer_detail_takes_the_place_of_the_older_one(store_url: str) -> None:
    study = sealing_survey()
    with closing(open_store(store_url, study)) as store:
        kept = answered(store)
        store.submit(form(kept, "reach", {"reach.email": KEPT_APART, "reach.phone": "0699"}))
    assert kept_for(store_url, study) == [{"reach.email": "ann@example.org", "reach.phone": "0699"}]


def test_sealed_details_are_taken_back_and_erased_like_others(store_url: str) -> None:
    with closing(open_store(store_url, sealing_survey())) as store:
        for who in ("a", "b"):
            answered(store, who)
        kept = store.find("key a")
        assert kept is not None
        store.submit(form(kept, "call", {"call": "no"}))
        assert store.details_of("contact a") == {}
        assert store.details_of("contact b").keys() == {"reach.email", "reach.phone"}
        assert store.erase("key b", "contact b")
        assert list(store.details()) == []


def test_details_from_before_there_were_keys_are_sealed_at_the_next_opening(
    store_url: str, kept_bytes: Bytes
) -> None:
    with closing(open_store(store_url, survey())) as store:
        answered(store)
    assert EMAIL in kept_bytes()
    opened = [{"reach.email": "ann@example.org", "reach.phone": "0612345678"}]
    assert kept_for(store_url, sealing_survey()) == opened
    assert EMAIL not in kept_bytes()
    with closing(open_store(store_url, sealing_survey())) as store:
        assert all(one.sealed for person in store.details() for one in person.values())


@pytest.mark.parametrize("study", [survey, sealing_survey])
def test_details_of_an_earlier_program_are_brought_over(
    store_url: str, kept_bytes: Bytes, study: Callable[[], Study]
) -> None:
    with closing(open_store(store_url, survey())) as store:
        answered(store, pages=len(REACHED))
    with closing(contacts_of(store_url)) as earlier, transaction(earlier):
        earlier.execute("DELETE FROM details")
        earlier.execute(
            "INSERT INTO contacts (contact_key, page, details) VALUES (?, ?, ?)",
            ("contact a", "reach", json.dumps({"reach.email": "ann@example.org"})),
        )
    assert kept_for(store_url, study()) == [{"reach.email": "ann@example.org"}]
    assert (EMAIL in kept_bytes()) is not bool(study().fielding.contact_keys)
    assert kept_for(store_url, study()) == [{"reach.email": "ann@example.org"}]


def test_what_is_sealed_stays_so_when_the_keys_are_taken_away(store_url: str) -> None:
    with closing(open_store(store_url, sealing_survey())) as store:
        answered(store)
    with closing(open_store(store_url, survey())) as store:
        answered(store, "b")
        kinds = [{one.sealed for one in person.values()} for person in store.details()]
        assert sorted(kinds, key=repr) == [{False}, {True}]


def test_an_answer_that_looks_sealed_is_kept_as_it_was_written(store_url: str) -> None:
    with closing(open_store(store_url, survey())) as store:
        kept = answered(store, pages=4)
        store.submit(form(kept, "reach", {"reach.email": "sealed:AAAA", "reach.phone": "readable:1"}))
        assert list(store.contact_details()) == [{"reach.email": "sealed:AAAA", "reach.phone": "readable:1"}]


def test_a_detail_that_changed_meanwhile_is_not_sealed_over(tmp_path: Path) -> None:
    """Two programs open the store at once: the one that read the older text must not bring it back."""
    with closing(open_store(str(tmp_path / "store"), survey())) as store:
        answered(store)
    database = Changing(tmp_path / "store" / "contacts.sqlite")
    study = sealing_survey()
    assert seal_readable(database, read_sealing(study.fielding.contact_keys))
    database.close()
    assert kept_for(str(tmp_path / "store"), study) == [
        {"reach.email": "newer@example.org", "reach.phone": "0612345678"}
    ]


class Changing(Sqlite):
    """A database in which somebody writes between two statements."""

    def begin(self, *, alone: bool = False) -> None:
        super().begin(alone=alone)
        put_details(self, Sealing(), "contact a", {"reach.email": "newer@example.org"})
