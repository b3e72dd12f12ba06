"""``peil phase`` says when quotas were changed and no server has begun with them yet."""

from contextlib import closing
from pathlib import Path

import pytest
from fielded_study import QUESTIONNAIRE, SETTINGS, make_study

from peil.fieldline import enter_phase
from peil.store.open_store import open_store
from peil.study.reader.read import read_study

ALL = '[quotas.bosses]\ntitle = "Bazen"\nif = "job is boss"\nlimit = PLACES\n'


def write_plan(folder: Path, places: int) -> None:
    text = ALL.replace("PLACES", str(places)) if places else ""
    (folder / "plan.toml").write_text(text, encoding="utf-8")


def publish(folder: Path, store: str, phase: str = "live", reason: str = "") -> list[str]:
    """Publish the folder, and give the codes of what is said."""
    return [problem.code for problem in enter_phase(read_study(folder), store, phase, reason).problems]


def serve_once(folder: Path, store: str) -> None:
    """Have a server begin with the folder, and end."""
    open_store(store, read_study(folder), serving=True).close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study", SETTINGS, QUESTIONNAIRE).folder


@pytest.mark.slow
def test_a_quota_that_comes_changes_or_goes_asks_for_a_restart(folder: Path, store_url: str) -> None:
    write_plan(folder, 0)
    assert publish(folder, store_url, "pilot") == []
    serve_once(folder, store_url)
    for places in (5, 6, 0):
        write_plan(folder, places)
        assert publish(folder, store_url, "pilot") == ["P007"], places
        serve_once(folder, store_url)
        assert publish(folder, store_url, "pilot") == [], places
    with closing(open_store(store_url, read_study(folder), reading=True)) as store:
        assert store.counts_these_quotas()


def test_nothing_is_said_before_anybody_served_or_after_closing(
    folder: Path, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peil.field.change_phase.NOTICED_SECONDS", 0.0)
    write_plan(folder, 5)
    assert publish(folder, store_url, "pilot") == []
    assert publish(folder, store_url, "closed", "done") == []
