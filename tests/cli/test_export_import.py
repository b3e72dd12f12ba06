"""Responses go out of the store as a data file and come into it from one, and nothing is lost on the way."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_and_files import (
    answer,
    begin,
    bring_in,
    by_id,
    everything,
    opened,
    rows,
    take_out,
)

from peil.cli.main import main
from peil.fieldline import export_responses, import_responses
from peil.line import find_store, read_sound_study
from peil.store.errors import StoreUnavailable
from peil.store.open_store import open_store
from peil.store.store import Store
from published_reference import copy_without_texts

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"


@pytest.mark.slow
@pytest.mark.parametrize("style", [(), ("--labels",), ("--codes",)], ids=["ids", "labels", "codes"])
def test_simulated_interviews_come_out_as_they_went_in(
    tmp_path: Path, store_url: str, style: tuple[str, ...]
) -> None:
    made = tmp_path / "made.csv"
    arguments = ["-n", "40", "--seed", "3", "--break-off", "0.4", "--out", str(made)]
    assert main(["simulate", str(REFERENCE), *arguments]) == 0
    assert bring_in(REFERENCE, made, store_url) == 0
    out = tmp_path / "out.csv"
    assert take_out(REFERENCE, out, store_url, *style) == 0
    if style:
        assert rows(out) != by_id(made)
        assert bring_in(REFERENCE, out, tmp_path / "second") == 0
        out = tmp_path / "again.csv"
        assert take_out(REFERENCE, out, tmp_path / "second") == 0
    assert rows(out) == by_id(made)


@pytest.mark.slow
def test_tables_of_an_export_are_those_of_the_file_that_was_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, out = tmp_path / "made.csv", tmp_path / "out.csv"
    study = copy_without_texts(tmp_path / "study")
    shutil.rmtree(study / "coding")  # what was coded is of other respondents than these made ones
    main(["simulate", str(study), "-n", "40", "--break-off", "0.3", "--out", str(made)])
    assert bring_in(study, made, tmp_path / "store") == 0
    assert take_out(study, out, tmp_path / "store") == 0
    capsys.readouterr()
    told = []
    for data in (made, out):
        arguments = ["--rows", "usage", "ability", "--by", "employment", "--format", "json"]
        assert main(["tables", str(study), "--data", str(data), *arguments]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert told[0]["tables"]


def test_an_export_is_imported_into_the_same_store_without_change(study: Path, tmp_path: Path) -> None:
    """Also where the respondent went back, and left answers behind that no longer count."""
    place, out = tmp_path / "store", tmp_path / "out.csv"
    with opened(study, place) as store:
        begin(store, "a")
        answer(store, study, "a", "usage", usage="often")
        answer(store, study, "a", "reasons", reasons__speed=True)
        answer(store, study, "a", "who", who__name="Iemand")
        answer(store, study, "a", "usage", usage="rarely")
    before = everything(study, place)
    assert take_out(study, out, place) == 0
    assert bring_in(study, out, place) == 0
    assert everything(study, place) == before


def test_respondents_can_go_on_while_a_file_comes_in_and_goes_out(
    study: Path, paper: Path, store_url: str, tmp_path: Path
) -> None:
    with closing(open_store(store_url, read_sound_study(study), serving=True)) as store:
        begin(store, "a")
        assert bring_in(study, paper, store_url) == 0
        answer(store, study, "a", "usage", usage="rarely")
        assert take_out(study, tmp_path / "out.csv", store_url) == 0
        answer(store, study, "a", "who", who__name="Iemand")
    assert [row[:3] for row in rows(tmp_path / "out.csv")][1] == ["id a", "0", "usage"]


def test_the_store_is_the_one_named_then_the_environments_then_the_studys(
    study: Path, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_sound_study(study)
    assert import_responses(read, paper, None).added == 3
    assert (study / "store").is_dir()
    monkeypatch.setenv("PEIL_STORE", str(tmp_path / "other"))
    assert import_responses(read, paper, None).added == 3
    assert (tmp_path / "other").is_dir()
    assert find_store(read, "sqlite:named") == "sqlite:named"
    assert export_responses(read, None, tmp_path / "out.csv").interviews == 3
    monkeypatch.setenv("PEIL_STORE", " ")
    assert find_store(read) == str(study / "store")


def test_an_empty_name_of_a_store_is_told_and_not_passed_over(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--store "$STORE"`` with a variable that isn't set must not put answers somewhere else."""
    assert take_out(study, tmp_path / "out.csv", "") == 2
    assert "--store  S001" in capsys.readouterr().err
    assert not (study / "store").exists()


@pytest.mark.slow
def test_a_store_that_fails_meanwhile_is_a_problem_and_no_password_is_told(
    study: Path,
    paper: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = "postgresql://u:geheim@127.0.0.1:1/none?connect_timeout=2"
    assert take_out(study, tmp_path / "out.csv", url) == 2
    assert bring_in(study, paper, tmp_path / "store") == 0

    def fail(_: Store) -> Iterator[object]:
        raise StoreUnavailable("disk I/O error")

    monkeypatch.setattr(Store, "responses", fail)
    assert take_out(study, tmp_path / "out.csv", tmp_path / "store") == 2
    told = capsys.readouterr()
    assert told.err.count("S004") == 2
    assert "geheim" not in told.err + told.out
    assert not (tmp_path / "out.csv").exists()
