"""What ``peil simulate`` may write over: nothing but what a simulation made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peil.cli.main import main
from peil.core.problem import Unusable
from peil.formats import synthetic_file
from peil.formats.csv_file import write_responses_csv
from peil.formats.synthetic_file import check_replaceable
from peil.line import read_sound_study, simulate_to_file


@pytest.fixture
def study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "study"
    assert main(["new", str(folder), "--title", "Working from home"]) == 0
    capsys.readouterr()
    return folder


def simulate(study: Path, out: Path, n: int = 5) -> int:
    return main(["simulate", str(study), "-n", str(n), "--out", str(out)])


@pytest.mark.parametrize("name", ["questionnaire.md", "study.toml", "absent.md", "absent", "absent.csv.bak"])
def test_a_name_that_is_no_csv_file_is_refused(
    study: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    assert simulate(study, study / name) == 2
    told = capsys.readouterr().err
    assert "D018" in told
    assert "Name another file" in told
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "text",
    [
        "id,synthetic,last_page\na,1,\nb,0,\n",
        "id,synthetic\na,1\nb,\n",
        "id,last_page\na,\n",
        "synthetic\n1\n",
        "id,synthetic,synthetic\na,1,0\n",
        "id;synthetic\na;1\n",
        "id,synthetic\na,1\nb,1,0\n",
        "# page: Page\n",
        "",
    ],
)
def test_anybodys_answers_or_anything_else_is_never_written_over(
    study: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "data.csv"
    out.write_text(text, encoding="utf-8")
    assert simulate(study, out) == 2
    assert "D018" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == text


def test_a_folder_named_as_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").mkdir()
    with pytest.raises(Unusable):
        check_replaceable(tmp_path / "x.csv")


def test_a_simulation_is_written_over_and_absent_folders_are_made(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "deep" / "made.csv"
    assert simulate(study, out, n=3) == 0
    assert simulate(study, out, n=4) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 5
    assert list(out.parent.iterdir()) == [out]


def test_a_link_keeps_pointing_where_it_pointed(study: Path, tmp_path: Path) -> None:
    goal, link = tmp_path / "goal.csv", tmp_path / "link.csv"
    link.symlink_to(goal)
    assert simulate(study, link) == 0
    assert link.is_symlink()
    assert len(goal.read_text(encoding="utf-8").splitlines()) == 6


@pytest.fixture
def broken_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk that is full once a file has been begun."""

    def write(path: Path, *arguments: object, **named: object) -> None:
        write_responses_csv(path, *arguments, **named)  # type: ignore[arg-type]
        path.write_text("id,syn", encoding="utf-8")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(synthetic_file, "write_responses_csv", write)
        yield


@pytest.mark.usefixtures("broken_disk")
def test_a_crash_while_writing_leaves_the_old_file(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "made.csv"
    out.write_text("id,synthetic\na,1\n", encoding="utf-8")
    with pytest.raises(OSError, match=r"made\.csv"):
        simulate_to_file(read_sound_study(study), 5, 1, out)
    assert out.read_text(encoding="utf-8") == "id,synthetic\na,1\n"
    assert {path.name for path in tmp_path.iterdir()} == {"made.csv", "study"}


def test_a_file_without_rows_is_told(study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "made.csv"
    assert simulate(study, out) == 0
    out.write_text(out.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    capsys.readouterr()
    main(["tables", str(study), "--data", str(out)])
    assert "D027" in capsys.readouterr().err
