"""A data file comes into the store whole, once, or not at all."""

import datetime as dt
import json
from pathlib import Path

import pytest
from store_and_files import HEAD, PAPER, PLAN, bring_in, everything, opened, take_out, write

from peil.formats import into_store
from peil.store import bring_in as room
from peil.store.errors import StoreUnavailable
from peil.store.source import Source


def test_the_same_file_again_changes_nothing(
    study: Path, paper: Path, store_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(study, paper, store_url) == 0
    before = everything(study, store_url)
    assert len(before) == 3
    capsys.readouterr()
    assert bring_in(study, paper, store_url, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "interviews": 3,
        "added": 0,
        "present": 3,
        "problems": [],
    }
    assert everything(study, store_url) == before


def test_what_was_imported_is_an_interview_of_its_own_kind(study: Path, paper: Path, tmp_path: Path) -> None:
    assert bring_in(study, paper, tmp_path / "store") == 0
    with opened(study, tmp_path / "store") as store:
        kept = {one.id: one for one in store.kept()}
        assert {one.source for one in kept.values()} == {Source.IMPORT}
        assert not any(one.synthetic for one in kept.values())
        assert kept["p2"].answers.values["reasons.other.text"] == "met, komma"
        assert [one.outcome for one in store.responses()] == ["complete", None, "not_using"]


def test_the_day_of_import_is_noted(
    study: Path, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = dt.date(2031, 5, 6)
    monkeypatch.setattr(into_store, "today", lambda: day)
    assert bring_in(study, paper, tmp_path / "store") == 0
    with opened(study, tmp_path / "store") as store:
        assert {one.opened_on for one in store.kept()} == {day}


def test_an_interview_with_other_answers_stops_the_whole_file(
    study: Path, paper: Path, store_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(study, paper, store_url) == 0
    before = everything(study, store_url)
    write(paper, f"{HEAD}new,0,usage,not_using,never,,,,\np1,0,usage,not_using,never,,,,\n")
    capsys.readouterr()
    assert bring_in(study, paper, store_url, "--format", "json") == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["line"]) == ("D033", 3)
    assert '"p1"' in problem["message"]
    assert everything(study, store_url) == before


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("x,0,remarks,complete,never,,,,", "D032"),
        ("x,0,remarks,complete,often,0,0,,", "D032"),
        ("x,0,usage,,sometimes,,,,", "D007"),
        ("p1,0,usage,not_using,never,,,,", "D006"),
    ],
)
def test_a_file_with_one_row_that_cannot_be_brings_nothing_in(
    study: Path, paper: Path, tmp_path: Path, row: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paper, f"{PAPER}{row}\n")
    assert bring_in(study, paper, tmp_path / "store") == 2
    assert code in capsys.readouterr().err
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    ("row", "code"), [("x,0,usage,not_using,never,1,,,", "D020"), ("x,0,usage,,rarely,,,,later", "D021")]
)
def test_answers_are_left_out_only_when_asked_for(
    study: Path, paper: Path, tmp_path: Path, row: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(paper, f"{PAPER}{row}\n")
    store = tmp_path / "store"
    assert bring_in(study, paper, store) == 2
    told = capsys.readouterr().err
    assert code in told
    assert "D037" in told
    assert not store.exists()
    assert bring_in(study, paper, store, "--leave-out") == 1
    assert code in capsys.readouterr().err
    assert len(everything(study, store)) == 4
    assert bring_in(study, paper, store, "--leave-out") == 1
    assert capsys.readouterr().out.startswith("0 interviews brought in, 4 there already")


def test_weights_stay_out_and_that_is_told(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(study / "plan.toml", PLAN)
    data = write(tmp_path / "data.csv", "id,last_page,outcome,usage,weight\na,usage,not_using,never,1.5\n")
    assert bring_in(study, data, tmp_path / "store") == 0
    assert "D035" in capsys.readouterr().err


def test_a_required_contact_question_that_was_passed_stays_passed(
    study: Path, paper: Path, store_url: str, tmp_path: Path
) -> None:
    assert bring_in(study, paper, store_url) == 0
    out = tmp_path / "out.csv"
    assert take_out(study, out, store_url) == 0
    assert out.read_text(encoding="utf-8") == PAPER
    with opened(study, store_url) as store:
        assert list(store.contact_details()) == []


def test_an_import_cut_off_halfway_brings_nothing_in(
    study: Path, paper: Path, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = room.add_interviews, []

    def fail(*arguments: object) -> object:
        seen.append(arguments)
        if len(seen) == 2:
            raise StoreUnavailable("disk I/O error")
        return real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(room, "add_interviews", fail)
        assert bring_in(study, paper, store_url) == 2
    assert everything(study, store_url) == []
    assert bring_in(study, paper, store_url) == 0
