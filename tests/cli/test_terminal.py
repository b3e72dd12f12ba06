"""What a researcher reads in the terminal."""

from pathlib import Path

import pytest

from peil import __version__
from peil.audit.audit import Verdict
from peil.cli.main import main
from peil.cli.outcome import count_problems
from peil.core.problem import Problem, Severity
from peil.core.span import Span
from published_reference import copy_without_texts

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = str(ROOT / "studies" / "genai-creative-work")


@pytest.fixture
def study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["new", str(tmp_path / "study")]) == 0
    capsys.readouterr()
    return str(tmp_path / "study")


@pytest.mark.slow
def test_marks_in_a_released_table_are_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(copy_without_texts(tmp_path / "study"))
    assert main(["tables", folder, "--rows", "usage", "--by", "employment", "--released"]) == 0
    last = capsys.readouterr().out.splitlines()[-2:]
    assert last == [
        "* indicative: fewer than 30 people in the base.",
        "– not shown: fewer than 10 people in the base, or hidden to protect others.",
    ]


@pytest.mark.slow
def test_only_marks_that_occur_are_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(copy_without_texts(tmp_path / "study"))
    assert main(["tables", folder, "--rows", "usage", "--released"]) == 0
    assert main(["tables", REFERENCE, "--rows", "usage", "--by", "employment"]) == 0
    shown = capsys.readouterr().out
    assert "indicative" not in shown
    assert "not shown" not in shown


@pytest.mark.slow
def test_many_absent_columns_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    main(["tables", REFERENCE, "--rows", "usage"])
    line = next(line for line in capsys.readouterr().err.splitlines() if "D022" in line)
    assert len(line) < 200
    assert line.endswith(" more.")


def test_few_absent_columns_are_named(study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "four.csv"
    path.write_text(
        "id,last_page,paid_work,job,home,tasks.writing,tasks.meeting\n1,,,,,,\n", encoding="utf-8"
    )
    main(["tables", study, "--data", str(path), "--rows", "home"])
    line = next(line for line in capsys.readouterr().err.splitlines() if "D022" in line)
    assert line.endswith("No column holds answers to reasons, travel, tasks.team, remarks.")


@pytest.mark.parametrize(
    ("count", "said"),
    [(540, ["540 hold", "540 differ", "540 impossible"]), (1, ["1 holds", "1 differs", "1 impossible"])],
)
def test_verdicts_are_counted_in_good_english(count: int, said: list[str]) -> None:
    assert [verdict.of(count) for verdict in Verdict][:3] == said


def test_problems_are_counted_by_severity() -> None:
    severities = (Severity.WARNING, Severity.ERROR, Severity.ERROR, Severity.INFO, Severity.INFO)
    problems = [Problem("X", severity, Span("f"), "m") for severity in severities]
    assert count_problems(problems) == "2 errors, 1 warning, 2 info"
    assert count_problems([]) == ""


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_report_in_a_language_without_text_is_not_written(
    language: str, study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["report", study, "--language", language, "--out", str(out)]) == 2
    assert f'There is no report text in "{language}".' in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("-n", "0", '"0" is no whole number of at least 1'),
        ("-n", "many", '"many" is no whole number of at least 1'),
        ("--break-off", "1", '"1" is no number from 0 up to (not including) 1'),
        ("--break-off", "nan", '"nan" is no number from 0 up to (not including) 1'),
        ("--break-off", "some", '"some" is no number from 0 up to (not including) 1'),
    ],
)
def test_a_bad_argument_says_what_is_wanted(
    option: str, value: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", REFERENCE, "--out", "x.csv", option, value]) == 2
    assert said in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"peil {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("simulate", "STUDY", "-n", "1", "--out"),
        pytest.param(("report", "STUDY", "--to", "html", "--out"), marks=pytest.mark.slow),
        ("new",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_place_that_cannot_be_written_is_a_problem(
    arguments: tuple[str, ...], study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "file"
    taken.write_text("", encoding="utf-8")
    named = [study if word == "STUDY" else word for word in arguments]
    assert main([*named, str(taken / "inside" / "x.csv")]) == 2
    told = capsys.readouterr().err
    assert f"{taken}" in told
    assert "W001" in told
