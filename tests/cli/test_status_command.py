"""``peil status``: where fieldwork stands, in the terminal and as JSON."""

import json
import os
from contextlib import closing
from pathlib import Path

import pytest
from _pytest.capture import CaptureIO
from store_and_files import answer, begin, bring_in, opened, write

from peil.cli.commands import status as command
from peil.cli.main import main
from peil.line import read_sound_study
from peil.store.sample.open_sample import open_sample
from peil.store.sample.outbox import INVITATION
from peil.store.sample.person import NewPerson
from peil.store.today import today

INVITING = '\n[fieldwork]\naccess = "invited"\nprivacy = "confidential"\n'


def fielded(study: Path, store: object, *, whole: int, left: int) -> None:
    """Keep interviews that came to the end, and some that stopped at the second page."""
    with opened(study, store) as found:
        for number in range(whole + left):
            name = f"n{number}"
            begin(found, name)
            answer(found, study, name, "usage", usage="rarely")
            if number < whole:
                answer(found, study, name, "who", who__name="Ada", who__email="ada@example.org")
                answer(found, study, name, "remarks", remarks=f"woord {number}")


def status(study: Path, store: object, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    capsys.readouterr()
    assert main(["status", str(study), "--store", str(store), *more]) == 0
    return capsys.readouterr().out


def status_json(study: Path, store: object, capsys: pytest.CaptureFixture[str], *more: str) -> dict:
    told = json.loads(status(study, store, capsys, "--format", "json", *more))
    assert told["problems"] == []
    return told["status"]


def test_a_study_that_nobody_was_asked_says_so(study, tmp_path, capsys) -> None:
    store = tmp_path / "nothing"
    assert status(study, store, capsys) == f"There is no store in {store} yet: nobody was asked anything.\n"
    assert status_json(study, store, capsys) is None
    assert not store.exists()


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize("live", [(), ("--live",)])
def test_an_address_that_says_no_place_is_a_problem(study, capsys, live) -> None:
    assert main(["status", str(study), "--store", "ftp://nowhere", *live]) == 2
    assert "S001" in capsys.readouterr().err


@pytest.mark.slow
def test_interviews_are_counted_by_what_they_came_to(study, store_url, capsys) -> None:
    fielded(study, store_url, whole=3, left=2)
    told = status_json(study, store_url, capsys, "--visitors", "20")
    assert told["interviews"]["begun"] == 5
    counted = {one["code"]: one["count"] for one in told["interviews"]["dispositions"]}
    assert counted == {"1.1": 3, "2.12": 2}
    assert [(one["page"], one["reached"], one["left"]) for one in told["pages"]] == [
        ("usage", 5, 0),
        ("reasons", 0, 0),
        ("who", 5, 2),
        ("remarks", 3, 0),
    ]
    assert {one["name"]: one["value"] for one in told["open"]} == {
        "view rate": None,
        "participation rate": 0.25,
        "completion rate": 0.6,
    }
    assert told["response"] is None
    assert told["no_response_rate"].startswith("No response rate")


@pytest.mark.slow
def test_an_invited_study_has_response_rates(study, store_url, capsys) -> None:
    settings = study / "study.toml"
    settings.write_text(settings.read_text("utf-8") + INVITING, encoding="utf-8")
    read = read_sound_study(study)
    with closing(open_sample(store_url, read)) as sample:
        sample.add([NewPerson(f"p{number}@example.org", "", "nl") for number in range(8)])
        with sample.mailing() as outbox:
            letters = [outbox.take(person.id, INVITATION, today()) for person in sample.to_invite()]
            for letter in letters:
                assert letter is not None
                outbox.sent(letter)
    with opened(study, store_url):
        pass
    told = status_json(study, store_url, capsys)
    assert told["sample"]["invited"] == 8
    dispositions = told["response"]["dispositions"]
    assert [(one["code"], one["count"]) for one in dispositions] == [("3.19", 8)]
    assert {one["name"]: one["value"] for one in told["response"]["rates"]}["RR1"] == 0
    assert "RR1 0.0%" in status(study, store_url, capsys)


def test_interviews_from_a_file_are_counted_apart(study, paper, tmp_path, capsys) -> None:
    assert bring_in(study, paper, tmp_path / "store") == 0
    told = status_json(study, tmp_path / "store", capsys)
    assert told["sources"] == [{"source": "file", "begun": 3, "complete": 1, "small": True}]
    assert told["interviews"]["under_way"] == 0


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("overview", "Interviews: 3 begun"),
        ("rates", "Came to the end of the questionnaire."),
        ("pages", "usage*"),
        ("flags", "duplicate: 0."),
    ],
)
def test_parts_are_shown_in_full(study, paper, tmp_path, capsys, part, said) -> None:
    bring_in(study, paper, tmp_path / "store")
    assert said in status(study, tmp_path / "store", capsys, "--show", part)


def test_what_is_proposed_is_read_from_the_plan_afterwards(study, tmp_path, capsys) -> None:
    store = tmp_path / "store"
    with opened(study, store) as found:
        begin(found, "a")
        answer(found, study, "a", "usage", usage="rarely")
        (kept,) = found.kept()
    entry = f'[[exclusions]]\ninterview = "{kept.id}"\non = 2026-05-04\nreason = "Not a respondent."\n'
    assert status_json(study, store, capsys)["interviews"]["excluded"] == 0
    write(study / "plan.toml", entry)
    assert status_json(study, store, capsys)["interviews"]["excluded"] == 1


@pytest.mark.parametrize("given", [("--live",), ("--live", "--format", "json"), ("--visitors", "many")])
def test_what_cannot_be_shown_is_refused(study, tmp_path, capsys, given) -> None:
    assert main(["status", str(study), "--store", str(tmp_path / "none"), *given]) == 2
    told = capsys.readouterr()
    assert "W002" in told.err + told.out


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output is a terminal of twelve lines."""
    monkeypatch.setattr(CaptureIO, "isatty", lambda _: True)
    monkeypatch.setattr(command.shutil, "get_terminal_size", lambda: os.terminal_size((80, 12)))


@pytest.mark.usefixtures("_terminal")
def test_live_shows_what_came_in_meanwhile_until_it_is_stopped(study, tmp_path, capsys, monkeypatch) -> None:
    store = tmp_path / "store"
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            fielded(study, store, whole=1, left=1)
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(command, "sleep", wait)
    looks = status(study, store, capsys, "--live").split(command.ANEW)[1:]
    assert waits == [5, 5, 5]
    assert ["nobody was asked" in look for look in looks] == [True, True, False]
    assert "Interviews: 2 begun" in looks[2]
    assert all(len(look.splitlines()) <= 11 for look in looks)
    assert looks[2].splitlines()[-1] == "…"


@pytest.mark.usefixtures("_terminal")
def test_live_goes_on_once_the_store_can_be_read_again(study, tmp_path, capsys, monkeypatch) -> None:
    store = tmp_path / "store"
    fielded(study, store, whole=1, left=0)
    database = store / "answers.sqlite"
    kept = database.read_bytes()
    database.write_bytes(b"no database at all" * 100)
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        database.write_bytes(kept)
        if len(waits) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(command, "sleep", wait)
    looks = status(study, store, capsys, "--live").split(command.ANEW)[1:]
    assert "S005" in looks[0]
    assert "Interviews: 1 begun" in looks[1]
