"""A store read for a status: each interview in its own version, and walked again only when it changed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from field_cases import DAY, field_study

from peil.fieldwork import gather as reading
from peil.fieldwork.case import Case
from peil.fieldwork.gather import gather
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.phase import Phase, PhaseEntry
from peil.store.store import Store
from peil.store.submission import Submission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(str(tmp_path / "store"), field_study())) as found:
        yield found


def begin(store: Store, name: str, **more: object) -> None:
    store.open_interview(Opening(name, name, "en", 1, DAY, "v", **more))  # type: ignore[arg-type]


def send(store: Store, name: str, page: str, *, seconds: int | None = None, **values: object) -> None:
    kept = store.find(name)
    assert kept is not None
    store.submit(
        Submission(
            name,
            f"contact {name}",
            page,
            f"nonce {kept.revision}",
            kept.revision,
            "digest",
            values,  # type: ignore[arg-type]
            frozenset({page}),
            "en",
            DAY,
            seconds=seconds,
        )
    )


def test_what_the_store_keeps_is_what_is_counted(store) -> None:
    begin(store, "a", link="newsletter", device="phone", flags=("burst",))
    send(store, "a", "adult", seconds=12, adult="yes")
    store.enter_phase(PhaseEntry(Phase.LIVE, "v", DAY, "served"))
    found = gather(field_study(), store, None, DAY, visitors=3)
    (case,) = found.cases
    kept = case.kept
    assert (kept.link, kept.device, kept.flags, kept.seconds) == ("newsletter", "phone", ("burst",), 12)
    assert (case.at, kept.changed_on) == ("usage", DAY)
    assert {page: dict(visits) for page, visits in found.seconds.items()} == {"adult": {10: 1}}
    assert [entry.phase for entry in found.phases] == [Phase.LIVE]
    assert (found.sample, found.visitors) == (None, 3)


def test_no_answer_is_held_on_to(store) -> None:
    begin(store, "a")
    send(store, "a", "adult", adult="yes")
    (case,) = gather(field_study(), store, None, DAY).cases
    assert (case.kept.answers.values, case.kept.changed) == ({}, {})


def test_only_what_changed_is_walked_again(store, monkeypatch) -> None:
    for name in "abc":
        begin(store, name)
    before = gather(field_study(), store, None, DAY)
    walked: list[str] = []
    real = reading.make_case

    def noting(study, kept, point) -> Case:
        walked.append(kept.id)
        return real(study, kept, point)

    monkeypatch.setattr(reading, "make_case", noting)
    send(store, "b", "adult", adult="no")
    begin(store, "d")
    store.erase("c", "contact c")
    after = gather(field_study(), store, None, DAY, before=before)
    assert walked == ["b", "d"]
    assert [(case.kept.id, case.outcome) for case in after.cases] == [
        ("a", None),
        ("b", "screened_out"),
        ("d", None),
    ]
    assert after == gather(field_study(), store, None, DAY)
