"""What fieldwork is steered and accounted for with: purposes, phases, seconds, flags."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_survey import DAY, QUESTIONNAIRE, SETTINGS, answered, form, opening, survey

from peil.core.problem import Unusable
from peil.store import migration, reader
from peil.store import open_store as opened
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.page_seconds import BINS, CAP, bin_of
from peil.store.phase import Phase, PhaseEntry
from peil.store.purpose import Purpose
from peil.store.receipt import Fate
from peil.store.store import Store
from peil.study.reader.read import read_study


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def in_database(store: Store) -> dict[str, Kept]:
    """The interviews as the database has them, whatever is remembered."""
    return {kept.id: kept for kept in store.kept()}


def test_what_an_opening_says_is_kept(store: Store) -> None:
    told = replace(
        opening(),
        purpose=Purpose.PILOT,
        link="newsletter",
        device="phone",
        flags=("honeypot", "burst"),
        consent="2",
        synthetic=True,
    )
    kept = store.open_interview(told)
    assert kept == in_database(store)["id-a"]
    assert (kept.version, kept.purpose, kept.link, kept.device) == ("v1", "pilot", "newsletter", "phone")
    assert (kept.flags, kept.consent, kept.seconds, kept.full) == (("burst", "honeypot"), "2", 0, "")
    assert (kept.opened_on, kept.changed_on) == (DAY, DAY)


def test_seconds_and_flags_are_added_up_and_days_noted(store: Store) -> None:
    kept = answered(store, pages=0)
    later = DAY + dt.timedelta(3)
    for page, values, seconds, flags in (
        ("usage", {"usage": "often"}, 12, ("honeypot",)),
        ("reasons", {"reasons.speed": True}, None, ()),
        ("turnover", {"rose": "no"}, 99999, ("honeypot", "another")),
        ("turnover", {"rose": "no"}, -5, ()),
    ):
        sent = form(kept, page, values, seconds=seconds, flags=flags, day=later)
        kept = store.submit(sent).kept or kept
        assert store.submit(sent).fate is Fate.REPEATED
    assert kept == in_database(store)["id-a"] == store.find("key a")
    assert (kept.seconds, kept.flags, kept.changed_on) == (12 + CAP, ("another", "honeypot"), later)
    assert store.page_seconds() == {"usage": {10: 1}, "turnover": {CAP: 1, 0: 1}}


def test_seconds_of_what_was_refused_or_isn_t_live_don_t_count(store: Store) -> None:
    kept = answered(store, pages=0)
    refused = store.submit(form(kept, "usage", {"usage": "daily"}, seconds=5, flags=("honeypot",)))
    assert refused.fate is Fate.WRONG
    pilot = store.open_interview(replace(opening("p"), purpose=Purpose.PILOT))
    taken = store.submit(form(pilot, "usage", {"usage": "often"}, "p", seconds=5))
    assert taken.kept is not None
    assert taken.kept.seconds == 5
    assert store.page_seconds() == {}
    assert in_database(store)["id-a"] == kept


def test_visits_of_two_processes_are_added_up(store_url: str) -> None:
    stores = [open_store(store_url, survey()) for _ in range(2)]
    for number, one in enumerate(stores * 2):
        kept = one.open_interview(opening(str(number)))
        one.submit(form(kept, "usage", {"usage": "often"}, str(number), seconds=7))
    for one in stores:
        one.close()
    again = open_store(store_url, survey())
    assert again.page_seconds() == {"usage": {7: 4}}
    again.close()


@given(st.integers(-5, 5000))
def test_a_bin_holds_what_lies_between_it_and_the_next(seconds: int) -> None:
    whole = min(max(seconds, 0), CAP)
    assert bin_of(seconds) == max(start for start in BINS if start <= whole)


def test_only_live_interviews_are_given_as_responses(store: Store) -> None:
    for purpose in Purpose:
        store.open_interview(replace(opening(purpose.value), purpose=purpose))
    assert [one.id for one in store.responses()] == ["id-live"]
    assert [one.id for one in store.responses([Purpose.TEST, Purpose.PILOT])] == ["id-pilot", "id-test"]
    assert len(in_database(store)) == 3


def test_what_a_pilot_found_doesn_t_keep_the_study_from_being_changed(store_url: str, tmp_path: Path) -> None:
    """A store of live interviews with an answer that is gone is refused; one of a pilot isn't."""
    (tmp_path / "study.toml").write_text(SETTINGS, encoding="utf-8")
    changed = QUESTIONNAIRE.replace("never: Nooit", "seldom: Zelden")
    (tmp_path / "questionnaire.md").write_text(changed, encoding="utf-8")
    other = read_study(tmp_path)
    store = open_store(store_url, survey())
    pilot = store.open_interview(replace(opening(), purpose=Purpose.PILOT))
    assert store.submit(form(pilot, "usage", {"usage": "never"})).fate is Fate.ACCEPTED
    open_store(store_url, other).close()
    live = store.open_interview(opening("b"))
    assert store.submit(form(live, "usage", {"usage": "never"}, "b")).fate is Fate.ACCEPTED
    with pytest.raises(Unusable, match="usage"):
        open_store(store_url, other)
    store.close()


def entry(phase: Phase, reason: str, version: str = "v") -> PhaseEntry:
    return PhaseEntry(phase, version, DAY, reason)


def test_the_log_of_phases_is_kept_in_order(store: Store) -> None:
    assert store.phase_log() == ()
    assert store.current_phase() is None
    entries = (
        entry(Phase.PILOT, ""),
        entry(Phase.LIVE, "de proef is klaar"),
        entry(Phase.CLOSED, "genoeg\n\0"[:6]),
        entry(Phase.LIVE, "ü", "w"),
    )
    for number, one in enumerate(entries, 1):
        store.enter_phase(one)
        assert store.current_phase() == one
        assert store.phase_log() == entries[:number]


def test_another_process_s_phase_is_seen_a_second_later(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(reader, "monotonic", lambda: now[0])
    one, other = open_store(store_url, survey()), open_store(store_url, survey())
    assert one.current_phase() is None
    other.enter_phase(entry(Phase.LIVE, ""))
    now[0] += 0.9
    assert one.current_phase() is None
    now[0] += 0.2
    assert one.current_phase() == entry(Phase.LIVE, "")
    one.close()
    other.close()


def test_a_store_from_before_fieldwork_is_brought_up_to_date(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept then is live, and its log goes on."""
    every = migration.migrations_of
    with monkeypatch.context() as earlier:
        earlier.setattr(opened, "migrations_of", lambda name: every(name)[:1])
        earlier.setattr(Store, "seal_readable", lambda _: None)
        old = open_store(store_url, survey(), reading=True)
        database = old._answers  # noqa: SLF001 - the program of that time wrote it
        database.execute(
            "INSERT INTO interviews VALUES ('id-a', 'key a', 'nl', '7', 1, ?, ?, 'web', ?, 'v1')",
            (DAY.isoformat(), DAY.isoformat(), False),
        )
        for number, (page, nonce, given) in enumerate(
            (("welcome", "opening", "{}"), ("usage", "n", '{"usage": "often"}')), 1
        ):
            database.execute(
                "INSERT INTO submissions VALUES ('id-a', ?, ?, ?, ?, 'd', ?, ?, 'nl')",
                (number, page, nonce, number - 1, given, True),
            )
            database.execute(
                "INSERT INTO answers VALUES ('id-a', ?, ?, ?, ?, ?)",
                (page, number - 1, number - 1, True, given),
            )
        old.close()
    store = open_store(store_url, survey())
    kept = store.find("key a")
    assert kept is not None
    assert (kept.purpose, kept.revision, kept.answers.values) == (Purpose.LIVE, 1, {"usage": "often"})
    repeated = form(kept, "usage", {"usage": "often"}, nonce="n", digest="d")
    assert store.submit(repeated).fate is Fate.REPEATED
    assert store.submit(form(kept, "reasons", {"reasons.speed": True})).fate is Fate.ACCEPTED
    assert [one.page for one in store.log("id-a")] == ["welcome", "usage", "reasons"]
    store.close()
