"""``peil tables --live``: toplines of a study in the field."""

import json
import os
from pathlib import Path

import pytest
from _pytest.capture import CaptureIO
from store_and_files import answer, begin, opened

from peil.cli import watch
from peil.cli.main import main


@pytest.fixture(autouse=True)
def _unweighted(study: Path) -> None:
    (study / "plan.toml").unlink(missing_ok=True)


def live(study: Path, store: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    capsys.readouterr()
    assert main(["tables", str(study), "--live", "--store", str(store), *more]) == 0
    return capsys.readouterr().out


def take(study: Path, store: Path, name: str, usage: str) -> None:
    with opened(study, store) as found:
        begin(found, name)
        answer(found, study, name, "usage", usage=usage)


def test_json_is_printed_once(study, tmp_path, capsys) -> None:
    store = tmp_path / "store"
    take(study, store, "a", "often")
    take(study, store, "b", "rarely")
    told = json.loads(live(study, store, capsys, "--rows", "usage", "--format", "json"))
    (table,) = told["tables"]
    assert {cell["option"]: cell["n"] for cell in table["cells"]} == {"often": 1, "rarely": 1, "never": 0}
    released = json.loads(live(study, store, capsys, "--rows", "usage", "--released", "--format", "json"))
    assert released["tables"][0]["base"]["n"] is None


def test_without_a_store_there_are_no_tables(study, tmp_path, capsys) -> None:
    store = tmp_path / "none"
    told = json.loads(live(study, store, capsys, "--format", "json"))
    assert (told["tables"], store.exists()) == ([], False)
    assert "nobody was asked" in live(study, store, capsys)


@pytest.mark.parametrize("given", [("--live", "--data", "x.csv"), ("--store", "x")])
def test_a_file_and_a_store_are_not_mixed(study, capsys, given) -> None:
    assert main(["tables", str(study), *given]) == 2
    assert "W002" in capsys.readouterr().err


def test_a_terminal_shows_them_anew_when_they_change(study, tmp_path, capsys, monkeypatch) -> None:
    store, waits = tmp_path / "store", list[float]()
    take(study, store, "a", "often")
    monkeypatch.setattr(CaptureIO, "isatty", lambda _: True)
    monkeypatch.setattr(watch.shutil, "get_terminal_size", lambda: os.terminal_size((80, 9)))

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            take(study, store, "b", "rarely")
        if len(waits) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch, "sleep", wait)
    looks = live(study, store, capsys, "--rows", "usage").split(watch.ANEW)[1:]
    assert [look.splitlines()[0] for look in looks] == ["Interviews counted: 1", "Interviews counted: 2"]
    assert ["100%" in look for look in looks] == [True, False]
    assert all(len(look.splitlines()) <= 8 for look in looks)


def test_a_store_that_cannot_be_read_is_told_and_looked_at_again(
    study, tmp_path, capsys, monkeypatch
) -> None:
    store = tmp_path / "store"
    take(study, store, "a", "often")
    database = store / "answers.sqlite"
    kept, waits = database.read_bytes(), list[float]()
    database.write_bytes(b"no database at all" * 100)
    monkeypatch.setattr(CaptureIO, "isatty", lambda _: True)

    def wait(seconds: float) -> None:
        waits.append(seconds)
        database.write_bytes(kept)
        if len(waits) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch, "sleep", wait)
    looks = live(study, store, capsys, "--rows", "usage").split(watch.ANEW)[1:]
    assert "S005" in looks[0]
    assert "Interviews counted: 1" in looks[1]
