"""``peil report`` in several languages and for the press: one release, and nothing without a text."""

import json
from pathlib import Path
from typing import Any

import pytest

from peil import reportline
from peil.cli.main import main

PRESS = {
    "en": "# Who took part\n\n::: key\n- [{n}]{{= fact analysed}} people answered\n:::\n\n::: method\n:::\n",
    "nl": "# Wie meedeed\n\n::: key\n- [{n}]{{= fact analysed}} mensen deden mee\n:::\n\n::: method\n:::\n",
}


@pytest.fixture
def study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new study, whose texts are English, with a text in Dutch."""
    folder = tmp_path / "study"
    assert main(["new", str(folder), "--title", "Working from home"]) == 0
    (folder / "report" / "nl").mkdir()
    (folder / "report" / "nl" / "1.md").write_text("# Leeg\n\nNiets.\n", encoding="utf-8")
    capsys.readouterr()
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    status = main([*arguments, "--format", "json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return status, found


def write_press(study: Path, n: int) -> None:
    (study / "press" / "nl").mkdir(parents=True)
    (study / "press" / "1.md").write_text(PRESS["en"].format(n=n), encoding="utf-8")
    (study / "press" / "nl" / "1.md").write_text(PRESS["nl"].format(n=n), encoding="utf-8")


@pytest.mark.slow
def test_two_languages_come_of_one_release(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    compose = reportline.compose_publication
    monkeypatch.setattr(
        reportline, "compose_publication", lambda *of, **named: made.append(of) or compose(*of, **named)
    )
    options = ("--to", "html,pdf", "--language", "nl, en,nl", "--out", str(tmp_path / "out"))
    _, found = run(capsys, "report", str(study), *options)
    names = [Path(name).name for name in found["files"]]
    assert names == ["report.nl.html", "report.nl.pdf", "report.en.html", "report.en.pdf"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)
    assert len(made) == 1
    pages = {name: (tmp_path / "out" / name).read_text(encoding="utf-8") for name in names[::2]}
    assert 'lang="nl"' in pages["report.nl.html"]
    assert 'lang="en"' in pages["report.en.html"]


def test_a_page_for_the_press_is_a_page_and_a_pdf_in_each_language(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_press(study, 120)
    options = ("--to", "press", "--language", "en,nl", "--out", str(tmp_path / "out"))
    _, found = run(capsys, "report", str(study), *options)
    names = [Path(name).name for name in found["files"]]
    assert names == ["press.en.html", "press.en.pdf", "press.nl.html", "press.nl.pdf"]
    assert "Wie meedeed" in (tmp_path / "out" / "press.nl.html").read_text(encoding="utf-8")


def test_a_page_for_the_press_that_runs_over_is_a_problem_in_its_text(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_press(study, 120)
    page = study / "press" / "1.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n" + "Words go on. " * 900, encoding="utf-8")
    status, found = run(capsys, "report", str(study), "--to", "press", "--out", str(tmp_path / "out"))
    assert status == 1
    long = [problem for problem in found["problems"] if problem["code"] == "R050"]
    assert [problem["file"] for problem in long] == ["press/1.md"]
    assert long[0]["hint"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--to", "press"), 'There is no press text in "en".'),
        (("--language", "en,de"), 'There is no report text in "de".'),
    ],
)
def test_nothing_is_written_where_a_text_is_missing(
    options: tuple[str, str], message: str, study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = run(capsys, "report", str(study), *options, "--out", str(tmp_path / "out"))
    assert status == 2
    assert [problem["message"] for problem in found["problems"]] == [message]
    assert found["files"] == []
    assert not (tmp_path / "out").exists()
