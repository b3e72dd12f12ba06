"""``peil talks``: counts and passages for the researcher, with what would be held back and why."""

import json
from pathlib import Path

import pytest

from peil.cli.main import main

TALK = """\
# Talk

```toml
kind = "focus_group"
date = 2026-05-19
participants = 3
speakers = ["P1", "P2"]
consent = "on paper"
quoting = true
unquoted = ["P2"]
approved_by = "A. Author"
approved_on = 2026-06-01
```

[themes: speed | section: use] They go faster.

> [P1 | themes: speed, law | id: fast] "Fast enough."

> [P2 | themes: law | section: use | id: slow] "Too slow."

> [P1] "Nothing."
"""
Found = dict[str, list[dict[str, object]]]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    files = {
        "study.toml": '[about]\ntitle = "T"\nlanguages = ["en"]\n',
        "questionnaire.md": "# u: U\n\n## usage\nOften?\n- ( ) yes: Yes\n- ( ) no: No\n",
        "plan.toml": "[analysis]\ngroups = []\n",
        "talks/themes.toml": '[speed]\ntitle = "Speed"\n\n[law]\ntitle = "Law"\n',
        "talks/group1.md": TALK,
        "talks/raw.md": TALK.replace("approved_by", "# approved_by").replace("| id: ", "| id: raw_"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], study: Path, *words: str) -> tuple[int, Found]:
    status = main(["talks", str(study), *words, "--format", "json"])
    found: Found = json.loads(capsys.readouterr().out)
    return status, found


def test_themes_are_counted_over_talks(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = told(capsys, study)
    assert status == 0
    assert [(one["talk"], one["participants"], bool(one["untold"])) for one in found["talks"]] == [
        ("group1", 3, False),
        ("raw", 3, True),
    ]
    counts = [tuple(one.values()) for one in found["themes"] if one["talk"] == "group1"]
    assert counts == [("speed", "group1", 2, 1), ("law", "group1", 2, 2)]
    assert found["passages"] == []
    assert main(["talks", str(study)]) == 0
    assert "speed       2    2      2" in capsys.readouterr().out.replace("theme ", "")


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["--theme", "law"], [17, 19]),
        (["--section", "use"], [15, 19]),
        (["--search", "ENOUGH fast"], [17]),
        (["--theme", "law", "--section", "use"], [19]),
        (["--search", "nobody said this"], []),
    ],
)
def test_passages_are_found(
    study: Path, capsys: pytest.CaptureFixture[str], words: list[str], lines: list[int]
) -> None:
    _, found = told(capsys, study, *words)
    assert [one["line"] for one in found["passages"] if one["talk"] == "group1"] == lines


def test_of_a_quotation_it_says_whether_it_would_be_printed(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = told(capsys, study, "--search", "o")
    held = {one["words"]: one["held_back"] for one in found["passages"] if one["speaker"]}
    assert list(held) == ["Fast enough.", "Too slow.", "Nothing."]
    _, found = told(capsys, study, "--theme", "law")
    reasons = [(one["quotation"], one["held_back"]) for one in found["passages"]]
    assert reasons[0] == ("fast", None)
    assert str(reasons[1][1]).startswith("its speaker didn't agree")
    assert str(reasons[2][1]).startswith("nobody has approved it")
    assert main(["talks", str(study), "--search", "nothing"]) == 0
    shown = capsys.readouterr().out
    assert "not printed: it has no id" in shown
    assert "2 passages found." in shown


def test_a_theme_that_there_is_not_is_refused(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = told(capsys, study, "--theme", "sped")
    assert status == 2
    assert [one["hint"] for one in found["problems"]] == ['Did you mean "speed"?']


def test_a_section_that_there_is_not_is_refused_and_one_without_passages_is_not(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study / "report").mkdir()
    (study / "report/1.md").write_text("# Results\n\n## Losses {#losses}\n", encoding="utf-8")
    status, found = told(capsys, study, "--section", "losess")
    assert status == 2
    assert [one["hint"] for one in found["problems"]] == ['Did you mean "losses"?']
    status, found = told(capsys, study, "--section", "losses")
    assert (status, found["passages"]) == (0, [])


def test_what_is_wrong_with_the_notes_is_told(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = study / "talks/group1.md"
    path.write_text(TALK.replace("themes: speed |", "themes: sped |"), encoding="utf-8")
    status, found = told(capsys, study)
    assert (status, [one["code"] for one in found["problems"]]) == (1, ["Q114"])


def test_a_study_without_talks_says_so(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (study / "talks").iterdir():
        path.unlink()
    assert main(["talks", str(study)]) == 0
    assert "There are no talks" in capsys.readouterr().out
