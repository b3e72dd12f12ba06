"""An anonymous study in the field is exported in whole tens, and the status says nothing else."""

import json
from pathlib import Path

import pytest
from store_and_files import DAY, answer, begin, opened, rows, take_out, write

from peil.cli.main import main
from peil.store.phase import Phase, PhaseEntry
from peil.store.store import Store

ANONYMOUS = '\n[fieldwork]\naccess = "invited"\nprivacy = "anonymous"\n'
Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def anonymous(study: Path) -> Path:
    settings = study / "study.toml"
    write(settings, settings.read_text("utf-8") + ANONYMOUS)
    return study


def finish(store: Store, study: Path, name: str, usage: str = "rarely") -> None:
    begin(store, name)
    answer(store, study, name, "usage", usage=usage)
    if usage != "never":
        answer(store, study, name, "who", who__name="Ada", who__email="ada@example.org")
        answer(store, study, name, "remarks", remarks="Dank")


def exported(study: Path, out: Path, store: object, capsys: Capsys) -> tuple[dict, set[str]]:
    capsys.readouterr()
    assert take_out(study, out, store, "--format", "json") == 0
    return json.loads(capsys.readouterr().out), {row[0] for row in rows(out)[1:]}


def dispositions(study: Path, store: object, capsys: Capsys) -> dict[str, int]:
    capsys.readouterr()
    assert main(["status", str(study), "--store", str(store), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["status"]
    return {one["code"]: one["count"] for one in told["interviews"]["dispositions"]}


@pytest.mark.slow
def test_no_two_exports_and_no_status_tell_a_single_arrival(
    anonymous: Path, tmp_path: Path, capsys: Capsys
) -> None:
    store, out = tmp_path / "store", tmp_path / "out.csv"
    seen = set[str]()
    with opened(anonymous, store) as found:
        found.enter_phase(PhaseEntry(Phase.LIVE, "version", DAY, "said"))
        told = set()
        for number in range(12):
            finish(found, anonymous, f"whole{number}")
            finish(found, anonymous, f"ended{number}", "never")
            done, now = exported(anonymous, out, store, capsys)
            assert done["batch"] == 10
            assert [one["code"] for one in done["problems"]] == ["D041"]
            told.add(done["problems"][0]["message"])
            assert len(now - seen) in {0, 20}
            assert seen <= now
            seen = now
            counted = dispositions(anonymous, store, capsys)
            assert (counted.get("1.1", 0), counted.get("4.10", 0)) == (len(now) // 2, len(now) // 2)
        assert len(seen) == 20
        assert len(told) == 1, "the words are the same however many wait"
        found.enter_phase(PhaseEntry(Phase.CLOSED, "version", DAY, "said"))
    done, now = exported(anonymous, out, store, capsys)
    assert (done["batch"], done["problems"], len(now)) == (1, [], 24)


def test_what_is_held_back_is_said_without_a_number(anonymous: Path, tmp_path: Path, capsys: Capsys) -> None:
    store = tmp_path / "store"
    with opened(anonymous, store) as found:
        finish(found, anonymous, "one")
    assert take_out(anonymous, tmp_path / "out.csv", store) == 0
    told = capsys.readouterr()
    assert told.out.startswith("0 interviews (0 complete)")
    assert "Held back are fewer than 10 of each way to end" in told.err


def test_what_is_kept_until_when_is_counted_in_tens_too(
    anonymous: Path, tmp_path: Path, capsys: Capsys
) -> None:
    store = tmp_path / "store"
    with opened(anonymous, store) as found:
        for number in range(11):
            begin(found, f"n{number}")
    assert main(["retire", str(anonymous), "--store", str(store), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {one["what"]: one["count"] for one in told["due"]}["answers"] == 10
    assert told["batch"] == 10
    main(["retire", str(anonymous), "--store", str(store)])
    assert "counted down to tens" in capsys.readouterr().out
