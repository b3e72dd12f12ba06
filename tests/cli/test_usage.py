"""Arguments that can't be used: a problem, also as JSON, and the keys that the contract names."""

import json
from pathlib import Path

import pytest

from peil.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = str(ROOT / "studies" / "genai-creative-work")


@pytest.mark.parametrize(
    "arguments",
    [
        ["simulate", REFERENCE],
        ["simulate", REFERENCE, "-n", "abc", "--out", "x.csv"],
        ["simulate", REFERENCE, "-n", "0", "--out", "x.csv"],
        ["estimate", "x.csv"],
        ["report", REFERENCE, "--to", "foo"],
        ["new", "x", "--language", "fr"],
        ["check", REFERENCE, "--bogus"],
        ["bogus"],
    ],
)
@pytest.mark.parametrize("form", [["--format", "json"], ["--format=json"]])
def test_wrong_usage_is_a_problem(
    arguments: list[str], form: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, *form]) == 2
    printed = capsys.readouterr()
    (problem,) = json.loads(printed.out)["problems"]
    assert (problem["code"], problem["severity"], problem["file"]) == ("W002", "error", "command line")
    assert "--help" in problem["hint"]
    assert printed.err == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--scale", "0.5"], "--scale is for"),
        (["--scale", "0"], "--scale is for"),
        (["--mse", "--rscales", "factors.csv"], "--rscales and --mse are for"),
    ],
)
def test_what_is_said_of_replicates_needs_them(
    given: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.csv"
    data.write_text("a\nx\ny\n", encoding="utf-8")
    assert main(["estimate", str(data), "--rows", "a", *given, "--format", "json"]) == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["message"]) == ("W002", f"Nothing gives the replicates that {said}.")
    assert "--replicates" in problem["hint"]


@pytest.mark.parametrize("given", [["--fpc", ",N"], ["--psu", ""], ["--psu", "a,"]])
def test_a_stage_without_a_name_is_not_the_stage_after_it(
    given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.csv"
    data.write_text("a,N\nx,9\ny,9\n", encoding="utf-8")
    assert main(["estimate", str(data), "--rows", "a", *given, "--format", "json"]) == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["message"]) == ("D003", 'There is no column "".')


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("check", {"questions", "accepted"}),
        ("tables", {"tables", "means"}),
        ("report", {"files", "changed", "untrue", "unsaid", "conditionals", "written"}),
        ("audit", {"claims", "findings"}),
    ],
)
def test_a_failure_has_the_keys_of_the_contract(
    command: str, keys: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(tmp_path), "--format", "json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"problems", *keys}
    assert not any(found[key] for key in keys)


@pytest.mark.slow
def test_an_audit_tells_what_is_odd_about_its_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = Path(REFERENCE) / "data" / "responses-synthetic.csv"
    lines = data.read_text(encoding="utf-8").splitlines()
    column = lines[0].split(",").index("usage")
    row = next(place for place, line in enumerate(lines) if line.startswith("syn005,"))
    cells = lines[row].split(",")
    assert cells[column] == "often"
    cells[column] = "never"
    lines[row] = ",".join(cells)
    path = tmp_path / "changed.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["audit", REFERENCE, "--data", str(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {problem["code"] for problem in found["problems"]} == {"D020", "D022"}
    assert main(["audit", REFERENCE, "--format", "json"]) == 0
