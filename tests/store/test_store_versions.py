"""Every interview goes on in the version of the questionnaire that it was begun with."""

from dataclasses import replace
from pathlib import Path

import pytest
from store_survey import QUESTIONNAIRE, SETTINGS, form, opening, survey

from peil.store.errors import StoreUnavailable
from peil.store.open_store import open_store
from peil.store.receipt import Fate
from peil.store.sqlite import Sqlite
from peil.store.store import Store
from peil.store.version import read_version
from peil.study.reader.read import read_study
from peil.study.study import Study

PLAN = """
[derived.user]
title = "Gebruik"
yes = { title = "Ja", if = "usage is often" }
no = { title = "Nee", if = "otherwise" }
"""
CHANGED = QUESTIONNAIRE.replace("- ( ) never: Nooit", "- ( ) never: Nooit\n- ( ) daily: Dagelijks")


def written(folder: Path, questionnaire: str = QUESTIONNAIRE, plan: str = "") -> Study:
    folder.mkdir(exist_ok=True)
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    if plan:
        (folder / "plan.toml").write_text(plan, encoding="utf-8")
    return read_study(folder)


def begin(store: Store, study: Study, who: str) -> None:
    version = read_version(study)
    store.keep_version(version.fingerprint, version.texts)
    store.open_interview(replace(opening(who), version=version.fingerprint))


def fate(store: Store, who: str, usage: str) -> Fate:
    kept = store.find(f"key {who}")
    assert kept is not None
    return store.submit(form(kept, "usage", {"usage": usage}, who)).fate


def test_an_interview_is_judged_by_the_version_it_was_begun_with(store_url: str, tmp_path: Path) -> None:
    old, new = written(tmp_path / "old"), written(tmp_path / "new", CHANGED)
    first = open_store(store_url, old)
    begin(first, old, "a")
    first.close()
    store = open_store(store_url, new)
    begin(store, new, "b")
    assert store.version == read_version(new).fingerprint != read_version(old).fingerprint
    assert fate(store, "a", "daily") is Fate.WRONG
    assert fate(store, "a", "often") is Fate.ACCEPTED
    assert fate(store, "b", "daily") is Fate.ACCEPTED
    found = store.find_walked("key a")
    assert found is not None
    assert found[0].version == read_version(old).fingerprint
    asked = found[1].page("usage")
    assert asked is not None
    assert [option.id for option in asked.steps[0].options] == ["often", "never"]
    store.close()


def test_a_version_published_while_the_store_is_open_is_asked_at_once(store_url: str, tmp_path: Path) -> None:
    old, new = written(tmp_path / "old"), written(tmp_path / "new", CHANGED)
    serving, other = open_store(store_url, old), open_store(store_url, new)
    assert serving.study_of(read_version(new).fingerprint) is old  # nothing is known of it yet
    begin(other, new, "b")
    assert fate(serving, "b", "daily") is Fate.ACCEPTED
    assert [item.key for item in serving.study_of(read_version(new).fingerprint).codebook.items.values()]
    serving.close()
    other.close()


@pytest.mark.slow
def test_a_version_is_read_once_and_rebuilt_whole(tmp_path: Path) -> None:
    old = written(tmp_path / "old", plan=PLAN)
    store = open_store(str(tmp_path / "store"), survey())
    version = read_version(old)
    store.keep_version(version.fingerprint, version.texts)
    rebuilt = store.study_of(version.fingerprint)
    assert rebuilt is store.study_of(version.fingerprint)
    assert replace(rebuilt, folder=old.folder) == old
    assert [one.id for one in rebuilt.plan.derived] == ["user"]
    assert read_version(replace(old, folder=tmp_path / "old")).fingerprint == version.fingerprint
    store.close()


def test_the_plan_makes_no_version_and_words_do(tmp_path: Path) -> None:
    bare, planned = written(tmp_path / "a"), written(tmp_path / "b", plan=PLAN)
    assert read_version(bare).fingerprint == read_version(planned).fingerprint
    assert read_version(planned).texts["plan.toml"] == PLAN
    reworded = written(tmp_path / "c", QUESTIONNAIRE.replace("Hoe vaak?", "Hoe dikwijls?"))
    assert read_version(reworded).fingerprint != read_version(bare).fingerprint


def test_what_was_never_kept_is_the_current_study(tmp_path: Path) -> None:
    study = written(tmp_path / "new", CHANGED)
    store = open_store(str(tmp_path / "store"), study)
    for version in ("", "never kept"):
        assert store.study_of(version) is study
    store.keep_version("unreadable", {"study.toml": SETTINGS})
    assert store.study_of("unreadable") is study
    store.close()


def test_responses_are_walked_in_their_own_version(store_url: str, tmp_path: Path) -> None:
    """Who was through with a shorter questionnaire stays complete."""
    short = QUESTIONNAIRE[: QUESTIONNAIRE.index("# turnover")]
    old, new = written(tmp_path / "old", short), written(tmp_path / "new")
    store = open_store(store_url, new)
    begin(store, old, "a")
    assert fate(store, "a", "never") is Fate.ACCEPTED
    begin(store, new, "b")
    assert fate(store, "b", "never") is Fate.ACCEPTED
    assert {one.id: one.outcome for one in store.responses()} == {"id-a": "complete", "id-b": None}
    store.close()


def test_a_text_that_can_t_be_read_now_fails_calmly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = written(tmp_path / "old")
    folder = tmp_path / "store"
    first = open_store(str(folder), old)
    begin(first, old, "a")
    kept = first.find("key a")
    first.close()
    assert kept is not None
    store = open_store(str(folder), written(tmp_path / "new", CHANGED))
    execute = Sqlite.execute

    def broken(database: Sqlite, statement: str, cells: tuple[str, ...] = ()) -> list[tuple[object, ...]]:
        if "FROM versions" in statement:
            raise StoreUnavailable("disk I/O error")
        return execute(database, statement, cells)

    with monkeypatch.context() as patched:
        patched.setattr(Sqlite, "execute", broken)
        with pytest.raises(StoreUnavailable):
            store.submit(form(kept, "usage", {"usage": "often"}))
    assert fate(store, "a", "often") is Fate.ACCEPTED
    store.close()
