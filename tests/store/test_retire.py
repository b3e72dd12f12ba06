"""Retention is executed: what is due is deleted for good, logged, and can be finished after a crash."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_files import all_bytes
from store_survey import answered, survey

from peil.store.errors import StoreUnavailable
from peil.store.open_store import open_store
from peil.store.phase import Phase, PhaseEntry
from peil.store.retire import after_months, closing_day, due, last_day, retire, stands_open
from peil.store.retired import Retired, What
from peil.store.retiring import Retiring
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.store.version import read_version
from peil.study.fielding import Privacy, Retention
from peil.study.study import Study
from postgres_server import PostgresServer

CLOSES = dt.date(2026, 3, 31)
DUE = dt.date(2027, 4, 1)


def kept_study(privacy: Privacy | None = None) -> Study:
    study = survey()
    retention = Retention(answers=12, contacts=3, addresses=1)
    return replace(
        study,
        about=replace(study.about, closes=CLOSES),
        fielding=replace(study.fielding, privacy=privacy, retention=retention),
    )


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with closing(open_store(store_url, kept_study())) as opened:
        for who in ("a", "b"):
            answered(opened, who)
        yield opened


@pytest.fixture
def kept_bytes(store_url: str, request: pytest.FixtureRequest) -> Callable[[], bytes]:
    on_server = not store_url.startswith("sqlite:")
    server = request.getfixturevalue("postgres_server") if on_server else None
    return lambda: all_bytes(store_url, server)


def entry(phase: Phase, day: dt.date) -> PhaseEntry:
    return PhaseEntry(phase, "v1", day, "")


def on(month: int, day: int = 1) -> dt.date:
    return dt.date(2026, month, day)


@pytest.mark.parametrize(
    ("closes", "log", "last"),
    [
        (None, [], None),
        (on(3), [], on(3)),
        (None, [entry(Phase.LIVE, on(1))], None),
        (None, [entry(Phase.LIVE, on(1)), entry(Phase.CLOSED, on(2))], on(2)),
        (on(3), [entry(Phase.LIVE, on(1)), entry(Phase.CLOSED, on(2))], on(2)),
        (on(3), [entry(Phase.LIVE, on(1)), entry(Phase.CLOSED, on(9))], on(3)),
        (on(3), [entry(Phase.LIVE, on(1)), entry(Phase.LIVE, on(4))], None),
        (on(3), [entry(Phase.LIVE, on(4)), entry(Phase.CLOSED, on(5))], on(5)),
        (None, [entry(Phase.CLOSED, on(2)), entry(Phase.CLOSED, on(5))], on(2)),
        (None, [entry(Phase.CLOSED, on(2)), entry(Phase.LIVE, on(3))], None),
        (None, [entry(Phase.CLOSED, on(2)), entry(Phase.LIVE, on(3)), entry(Phase.CLOSED, on(4))], on(4)),
    ],
)
def test_the_last_day_is_that_of_closing_unless_it_was_reopened(
    closes: dt.date | None, log: list[PhaseEntry], last: dt.date | None
) -> None:
    assert closing_day(closes, log) == last


@given(st.dates(max_value=dt.date(2200, 1, 1)), st.integers(0, 600))
def test_months_end_on_the_same_day_or_on_the_last_one(day: dt.date, months: int) -> None:
    later = after_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + dt.timedelta(days=1)).day == 1)


def test_what_is_kept_until_when(store: Store) -> None:
    found = due(kept_study(), store, None, dt.date(2026, 6, 30))
    assert [(one.what, one.count, one.on, one.now) for one in found] == [
        (What.CONTACTS, 2, dt.date(2026, 7, 1), False),
        (What.ANSWERS, 2, DUE, False),
    ]
    now = due(kept_study(), store, None, dt.date(2026, 7, 1))
    assert [(one.what, one.now) for one in now] == [(What.CONTACTS, True), (What.ANSWERS, False)]


def test_what_has_no_time_or_no_last_day_is_never_due(store: Store) -> None:
    study = kept_study()
    endless = replace(study, about=replace(study.about, closes=None))
    untold = replace(study, fielding=replace(study.fielding, retention=Retention()))
    for one in (endless, untold):
        assert [(each.on, each.now) for each in due(one, store, None, dt.date(2099, 1, 1))] == [
            (None, False)
        ] * 2


def test_only_what_is_due_is_deleted(store: Store) -> None:
    day = dt.date(2026, 7, 1)
    done = retire(store, None, due(kept_study(), store, None, day), day)
    assert [one.what for one in done] == [What.CONTACTS]
    assert list(store.details()) == []
    assert len(list(store.kept())) == 2
    assert store.retiring.log() == (Retired(What.CONTACTS, day, 2, finished=True),)


def test_what_is_deleted_is_gone_from_every_byte(store: Store, kept_bytes: Callable[[], bytes]) -> None:
    said = [b"ann@example.org", b"key a", b"id-a", b"reasons.speed"]
    before = kept_bytes()
    assert [text for text in said if text not in before] == []
    retire(store, None, due(kept_study(), store, None, DUE), DUE)
    after = kept_bytes()
    assert [text for text in said if text in after] == []
    assert list(store.kept()) == []
    assert store.page_seconds() == {}


def test_a_snapshot_from_before_keeps_no_byte(postgres_url: str, postgres_server: PostgresServer) -> None:
    """A backup that runs in the same database must not carry what is deleted over into the new files."""
    with (
        closing(open_store(postgres_url, kept_study())) as store,
        psycopg.connect(postgres_url) as backup,
    ):
        answered(store)
        backup.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        backup.execute("SELECT count(*) FROM pg_class")
        retire(store, None, due(kept_study(), store, None, DUE), DUE)
        kept = all_bytes(postgres_url, postgres_server)
        assert [text for text in (b"ann@example.org", b"id-a") if text in kept] == []


def test_again_there_is_nothing_to_do(store: Store) -> None:
    retire(store, None, due(kept_study(), store, None, DUE), DUE)
    log = store.retiring.log()
    found = due(kept_study(), store, None, DUE)
    assert [(one.now, one.count, one.retired_on) for one in found] == [(False, 0, DUE)] * 2
    assert retire(store, None, found, DUE) == ()
    assert store.retiring.log() == log


def test_answers_that_come_later_are_due_again(store: Store) -> None:
    """An import, or who answered after reopening: what is there when its time is over goes."""
    retire(store, None, due(kept_study(), store, None, DUE), DUE)
    answered(store, "late")
    found = due(kept_study(), store, None, DUE)
    assert [one.now for one in found] == [True, True]
    retire(store, None, found, DUE)
    assert len(store.retiring.log()) == 4


@pytest.mark.parametrize("step", ["delete_contacts", "delete_answers"])
@pytest.mark.parametrize("halfway", [False, True])
def test_what_a_crash_cut_off_is_finished(
    store: Store,
    kept_bytes: Callable[[], bytes],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    *,
    halfway: bool,
) -> None:
    """Cut off before deleting, or between deleting and forgetting its traces."""
    own = getattr(Retiring, step)

    def cut_off(self: Retiring) -> None:
        if halfway:
            own(self)
        raise StoreUnavailable("cut off")

    with monkeypatch.context() as patched:
        patched.setattr(Retiring, step, cut_off)
        with pytest.raises(StoreUnavailable):
            retire(store, None, due(kept_study(), store, None, DUE), DUE)
    assert [one.finished for one in store.retiring.log()][-1] is False
    later = DUE + dt.timedelta(days=1)
    found = due(kept_study(), store, None, later)
    assert any(one.unfinished and one.now for one in found)
    retire(store, None, found, later)
    assert [(one.what, one.day, one.deleted, one.finished) for one in store.retiring.log()] == [
        (What.CONTACTS, DUE, 2, True),
        (What.ANSWERS, DUE if step == "delete_answers" else later, 2, True),
    ]
    assert b"ann@example.org" not in kept_bytes()
    assert list(store.kept()) == []


@pytest.fixture
def sample(store_url: str, store: Store) -> Iterator[Sample]:  # noqa: ARG001 - its folder comes first
    with closing(open_sample(store_url, kept_study(Privacy.CONFIDENTIAL))) as opened:
        opened.add([NewPerson(f"p{number}@example.net", "P", "nl") for number in range(3)])
        with opened.mailing() as outbox:
            for person in list(opened.to_invite())[:2]:
                assert outbox.take(person.id, "invitation", CLOSES)
        yield opened


def test_links_go_at_close_and_addresses_in_their_time(
    store: Store, sample: Sample, kept_bytes: Callable[[], bytes]
) -> None:
    study = kept_study(Privacy.CONFIDENTIAL)
    tokens = [token.encode() for _, token in sample.links()]
    assert len(tokens) == 2
    assert all(token in kept_bytes() for token in tokens)
    day = CLOSES + dt.timedelta(days=1)
    assert not any(one.now for one in due(study, store, sample, CLOSES))
    assert [one.what for one in retire(store, sample, due(study, store, sample, day), day)] == [What.LINKS]
    assert not any(token in kept_bytes() for token in tokens)
    assert sample.counts().persons == 3
    later = dt.date(2026, 5, 1)
    done = retire(store, sample, due(study, store, sample, later), later)
    assert [(one.what, one.count) for one in done] == [(What.ADDRESSES, 3)]
    assert b"example.net" not in kept_bytes()
    assert sample.counts().persons == 0


def test_retiring_a_store_leaves_its_versions_and_phases(store: Store) -> None:
    store.keep_version("v1", {"questionnaire.md": "# a"})
    store.enter_phase(entry(Phase.CLOSED, CLOSES))
    retire(store, None, due(kept_study(), store, None, DUE), DUE)
    assert store.versions() == {"v1": {"questionnaire.md": "# a"}}
    assert store.phase_log() == (entry(Phase.CLOSED, CLOSES),)
    assert store.misfits() == ()


def test_the_log_survives_closing_the_store(store_url: str) -> None:
    with closing(open_store(store_url, kept_study())) as store:
        answered(store)
        retire(store, None, due(kept_study(), store, None, DUE), DUE)
    with closing(open_store(store_url, kept_study())) as store:
        assert [(one.what, one.deleted) for one in store.retiring.log()] == [
            (What.CONTACTS, 1),
            (What.ANSWERS, 1),
        ]


def publish(store: Store, phase: Phase, day: dt.date) -> None:
    """Publish the store's own study."""
    store.keep_version(store.version, read_version(kept_study()).texts)
    store.enter_phase(PhaseEntry(phase, store.version, day, "said"))


def test_the_published_last_day_counts_whatever_the_folder_says(store: Store) -> None:
    """The store's own study was published; a folder on another machine names a day that is long over."""
    publish(store, Phase.LIVE, on(1))
    folder = replace(kept_study(), about=replace(kept_study().about, closes=on(1, 31)))
    assert last_day(folder, store) == CLOSES
    assert not any(one.now for one in due(folder, store, None, dt.date(2026, 5, 15)))
    assert [one.on for one in due(folder, store, None, DUE)] == [dt.date(2026, 7, 1), DUE]


@pytest.mark.parametrize(("phase", "day"), [(Phase.PILOT, on(1)), (Phase.LIVE, on(4))])
def test_while_fieldwork_stands_open_nothing_is_deleted(store: Store, phase: Phase, day: dt.date) -> None:
    """A pilot goes on after the last day; so does who reopens. What was cut off waits until it is closed."""
    store.retiring.begin(What.CONTACTS, CLOSES, 2)
    publish(store, phase, day)
    assert stands_open(kept_study(), store, DUE)
    assert retire(store, None, due(kept_study(), store, None, DUE), DUE) == ()
    publish(store, Phase.CLOSED, on(5))
    assert not stands_open(kept_study(), store, DUE)
    assert [one.what for one in due(kept_study(), store, None, DUE) if one.now][:1] == [What.CONTACTS]
