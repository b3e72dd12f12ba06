"""``peil pack``, as it is run."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from peil.cli.main import main
from public_study import write_study

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
ENDINGS = (".sav", ".csv", ".csv-metadata.json", ".ddi.xml", ".sss", ".sss.csv", ".README.md")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, object]]:
    status = main(["pack", *words, "--format", "json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.mark.slow
def test_the_restricted_pack_is_named_so_and_only_its_owners(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, told = run(capsys, str(REFERENCE), "--out", str(tmp_path))
    assert status == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(f"genai-creative-work-restricted{ending}" for ending in ENDINGS)
    assert [Path(file).name for file in told["files"]]  # type: ignore[attr-defined]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in tmp_path.iterdir())


@pytest.mark.slow
def test_the_public_pack_stands_apart(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    status, told = run(capsys, str(tmp_path / "study"), "--out", str(tmp_path / "out"), "--public")
    assert (status, told["public"]) == (0, True)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"study-public{ending}" for ending in ENDINGS}


@pytest.mark.slow
def test_another_language_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, told = run(capsys, str(REFERENCE), "--out", str(tmp_path / "out"), "--language", "fr")
    assert status == 2
    assert [problem["code"] for problem in told["problems"]] == ["D054"]  # type: ignore[attr-defined]
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.parametrize("place", [".", "report", "packs/new"])
def test_rows_are_not_written_among_the_studys_texts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, place: str
) -> None:
    study = tmp_path / "study"
    write_study(study)
    before = sorted(study.rglob("*"))
    status, told = run(capsys, str(study), "--out", str(study / place))
    assert status == 2
    assert [problem["code"] for problem in told["problems"]] == ["D060"]  # type: ignore[attr-defined]
    assert sorted(study.rglob("*")) == before


@pytest.mark.slow
def test_rows_may_stand_in_the_studys_data_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    status, _ = run(capsys, str(tmp_path / "study"), "--out", str(tmp_path / "study" / "data" / "pack"))
    assert status == 0


def test_a_draft_has_no_public_pack(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    study = tmp_path / "study"
    main(["new", str(study), "--title", "Klein", "--language", "nl"])
    plan = study / "plan.toml"
    kept = [line for line in plan.read_text(encoding="utf-8").splitlines() if "profile" not in line]
    place = kept.index("[disclosure]") + 1 if "[disclosure]" in kept else len(kept)
    head = [] if place < len(kept) else ["[disclosure]"]
    text = "\n".join([*kept[:place], *head, 'profile = "draft"', *kept[place:]])
    plan.write_text(f"{text}\n", encoding="utf-8")
    data = tmp_path / "data.csv"
    main(["simulate", str(study), "-n", "60", "--seed", "1", "--out", str(data)])
    capsys.readouterr()
    status, told_json = run(
        capsys, str(study), "--data", str(data), "--public", "--out", str(tmp_path / "out")
    )
    assert status == 2
    assert "D050" in [problem["code"] for problem in told_json["problems"]]  # type: ignore[attr-defined]
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_every_process_writes_the_same_bytes(tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    for number in (1, 2):
        code = "import sys; from peil.cli.main import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", code, "pack", str(tmp_path / "study")]
        command += ["--public", "--out", str(tmp_path / str(number))]
        subprocess.run(command, check=True, capture_output=True, env={"PYTHONHASHSEED": str(number)})
    for path in (tmp_path / "1").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes(), path.name
