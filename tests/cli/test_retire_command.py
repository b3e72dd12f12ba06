"""``peil retire``: a dry run unless it is meant, refused while nothing is over, repeatable."""

import datetime as dt
import json
from contextlib import closing
from pathlib import Path

import pytest
from contacts_given import CODES, codes, respond, told
from store_and_files import SETTINGS, make_study

from peil.cli.main import main
from peil.line import read_sound_study
from peil.store import sqlite
from peil.store.open_store import open_store
from peil.store.sqlite import Sqlite

Capsys = pytest.CaptureFixture[str]
RETENTION = "\n[fieldwork.retention]\ncontacts = 1\n"


def closed_study(folder: Path, *, closes: str = "2020-01-31", months: str = "retention_months = 12") -> Path:
    study = make_study(folder)
    days = f'"\ncloses = {closes}\n{months}\n' if closes else f'"\n{months}\n'
    text = SETTINGS.replace('title = "T"\n', f'title = "T{days}', 1) + RETENTION
    (study / "study.toml").write_text(text, encoding="utf-8")
    return study


def interviews(study: Path, store_url: str) -> int:
    with closing(open_store(store_url, read_sound_study(study))) as store:
        return len(list(store.kept()))


def test_it_says_what_is_due_and_deletes_nothing(tmp_path: Path, store_url: str, capsys: Capsys) -> None:
    study = closed_study(tmp_path / "study")
    respond(study, store_url, *CODES)
    status, found = told(capsys, "retire", study, "--store", store_url, "--on", "2020-06-01")
    assert (status, codes(found), found["last_day"], found["deleted"]) == (0, [], "2020-01-31", {})
    assert found["due"] == [
        {"what": "contacts", "count": 2, "months": 1, "on": "2020-03-01", "now": True},
        {"what": "answers", "count": 2, "months": 12, "on": "2021-02-01", "now": False},
    ]
    assert interviews(study, store_url) == 2
    assert main(["retire", str(study), "--store", store_url]) == 0
    assert "Nothing was deleted; --do deletes what is due, for good." in capsys.readouterr().out


def test_what_is_due_is_deleted_when_it_is_meant(tmp_path: Path, store_url: str, capsys: Capsys) -> None:
    study = closed_study(tmp_path / "study")
    respond(study, store_url, *CODES)
    status, found = told(capsys, "retire", study, "--store", store_url, "--do", "--on", "2020-06-01")
    assert (status, found["deleted"]) == (0, {"contacts": 2})
    assert interviews(study, store_url) == 2
    status, found = told(capsys, "retire", study, "--store", store_url, "--do")
    assert (status, found["deleted"]) == (0, {"answers": 2})
    assert interviews(study, store_url) == 0
    status, found = told(capsys, "retire", study, "--store", store_url, "--do")
    assert (status, codes(found), found["deleted"]) == (0, [], {})
    log = found["log"]
    assert isinstance(log, list)
    assert [(one["what"], one["deleted"], one["finished"]) for one in log] == [
        ("contacts", 2, True),
        ("answers", 2, True),
    ]


@pytest.mark.parametrize("closes", ["", "2999-01-01"])
def test_while_fieldwork_goes_on_nothing_is_deleted(
    tmp_path: Path, store_url: str, capsys: Capsys, closes: str
) -> None:
    study = closed_study(tmp_path / "study", closes=closes)
    respond(study, store_url, *CODES)
    status, found = told(capsys, "retire", study, "--store", store_url, "--do")
    assert (status, codes(found)) == (2, ["K013"])
    assert interviews(study, store_url) == 2


def test_a_day_to_come_is_for_looking_ahead(tmp_path: Path, store_url: str, capsys: Capsys) -> None:
    today = dt.datetime.now().astimezone().date()
    study = closed_study(tmp_path / "study", closes=today.isoformat(), months="retention_months = 1")
    respond(study, store_url, *CODES)
    later = (today + dt.timedelta(days=60)).isoformat()
    status, found = told(capsys, "retire", study, "--store", store_url, "--on", later)
    assert status == 0
    assert isinstance(found["due"], list)
    assert all(one["now"] for one in found["due"])
    status, found = told(capsys, "retire", study, "--store", store_url, "--on", later, "--do")
    assert (status, codes(found)) == (2, ["K015"])
    assert interviews(study, store_url) == 2


def test_what_has_no_time_is_named(tmp_path: Path, store_url: str, capsys: Capsys) -> None:
    study = closed_study(tmp_path / "study", months="")
    respond(study, store_url, *CODES)
    status, found = told(capsys, "retire", study, "--store", store_url)
    assert (status, codes(found)) == (1, ["K012"])
    assert "retention_months under [about]" in json.dumps(found["problems"])


def test_who_still_reads_makes_it_unfinished_and_the_same_command_finishes_it(
    tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    study, where = closed_study(tmp_path / "study"), tmp_path / "store"
    respond(study, where, *CODES)
    reader = Sqlite(where / "answers.sqlite", read_only=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM answers")
    status, found = told(capsys, "retire", study, "--store", where, "--do")
    assert (status, codes(found)) == (2, ["K014"])
    reader.rollback()
    reader.close()
    status, found = told(capsys, "retire", study, "--store", where, "--do")
    assert (status, codes(found)) == (0, [])
    assert b"id1111" not in b"".join(path.read_bytes() for path in where.iterdir())


def test_a_day_that_is_none_is_refused(tmp_path: Path, capsys: Capsys) -> None:
    status, found = told(capsys, "retire", tmp_path, "--on", "someday")
    assert (status, codes(found)) == (2, ["W002"])
