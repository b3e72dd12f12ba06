"""``peil diff``: folders and git revisions, in words and as JSON; the exit status says whether it breaks."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from peil.cli.main import main

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["en"]\n'
QUESTIONNAIRE = """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never

## reasons
if usage is often
Why?
- [ ] speed: It is faster
- [ ] fun: It is fun
"""
GROWN = QUESTIONNAIRE.replace("if usage is often", "if usage is not never")
LONGER = QUESTIONNAIRE + "- [ ] duty: I have to\n"
CUT = QUESTIONNAIRE.replace("- ( ) rarely: Rarely\n", "")


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(text, encoding="utf-8")
    return folder


def git(folder: Path, *words: str) -> None:
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *author, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose study, ``studies/ai``, was longer in v1 than in v2, and is cut in the folder."""
    root = tmp_path / "repository"
    study = write(root / "studies" / "ai", LONGER)
    git(root, "init", "-q")
    for tag, text in (("v1", LONGER), ("v2", QUESTIONNAIRE)):
        write(study, text)
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", tag)
        git(root, "tag", tag)
    write(study, CUT)
    return root


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str, status: int) -> dict[str, Any]:
    assert main(["diff", *arguments, "--format", "json"]) == status
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def folders(tmp_path: Path, old: str, new: str) -> tuple[str, str]:
    return str(write(tmp_path / "old", old)), str(write(tmp_path / "new", new))


def kinds(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["kind"], one["question"], one["part"]) for one in found["changes"]]


def test_the_same_study_has_no_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, *folders(tmp_path, QUESTIONNAIRE, QUESTIONNAIRE), status=0)
    assert found == {"changes": [], "breaks": False, "problems": []}


def test_what_breaks_nothing_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, *folders(tmp_path, QUESTIONNAIRE, LONGER), status=0)
    assert kinds(found) == [("option_added", "reasons", "duty")]
    assert found["breaks"] is False
    assert [(one["code"], one["severity"], one["line"]) for one in found["problems"]] == [
        ("C030", "info", 14)
    ]


def test_what_breaks_says_where_it_stood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, *folders(tmp_path, QUESTIONNAIRE, CUT), status=1)
    assert found["breaks"] is True
    gone = found["problems"][0]
    assert (gone["code"], gone["severity"], gone["line"]) == ("C031", "error", 6)
    assert gone["file"] == f"{tmp_path / 'old'}/questionnaire.md"
    assert [one["breaks"] for one in found["changes"]] == [True, True]


def test_who_is_newly_asked_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, *folders(tmp_path, QUESTIONNAIRE, GROWN), status=1)
    assert kinds(found) == [("condition_changed", "reasons", ""), ("base_left_open", "reasons", "")]
    assert found["changes"][1]["witness"] == [["usage", "rarely"]]
    assert found["problems"][1]["witness"] == [["usage", "rarely"]]
    assert set(found["changes"][0]) == {
        "kind",
        "question",
        "part",
        "role",
        "language",
        "old",
        "new",
        "breaks",
        "witness",
    }


def test_in_words_only_what_breaks_is_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = GROWN.replace("It is fun", "I like it")
    assert main(["diff", *folders(tmp_path, QUESTIONNAIRE, both)]) == 1
    shown = capsys.readouterr()
    assert shown.out == (
        "reasons\n"
        "    condition: if usage is not never; it was: if usage is often\n"
        '    "fun" reworded (en): “It is fun” became “I like it”\n'
        "  ! newly asked of some, whose interviews are unfinished now\n"
        "        usage: rarely\n"
        "\n"
        "3 changes, of which 1 (marked !) breaks a live study.\n"
    )
    assert shown.err.startswith('questionnaire.md:10:4  C052  "reasons": newly asked of some')
    assert "C009" not in shown.err


def test_as_many_changes_are_counted_as_there_are_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = "- [ ] speed: It is faster\n"
    assert main(["diff", *folders(tmp_path, LONGER, LONGER.replace(first, ""))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("2 options have other codes" in line for line in lines)
    marked = sum(line.startswith("  ! ") for line in lines)
    assert lines[-1] == f"{marked} changes, of which {marked} (marked !) break a live study."


@pytest.mark.slow
def test_a_folder_is_compared_with_a_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "v2", str(repository / "studies" / "ai"), status=1)
    assert kinds(found)[0] == ("option_removed", "usage", "rarely")
    assert found["problems"][0]["file"] == "v2:questionnaire.md"


@pytest.mark.slow
def test_two_revisions_are_compared(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    found = as_json(capsys, "HEAD~1", "v2", "--study", "studies/ai", status=1)
    assert kinds(found) == [("option_removed", "reasons", "duty")]
    monkeypatch.chdir(repository / "studies" / "ai")
    assert kinds(as_json(capsys, "v2", "v1", status=0)) == [("option_added", "reasons", "duty")]
    assert (repository / "studies" / "ai" / "questionnaire.md").read_text(encoding="utf-8") == CUT


@pytest.mark.slow
def test_translations_are_read_from_the_revision(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = repository / "studies" / "ai"
    (study / "study.toml").write_text(SETTINGS.replace('["en"]', '["en", "nl"]'), encoding="utf-8")
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n\n'
    entry = 'msgctxt "usage.never"\nmsgid "Never"\nmsgstr "{}"\n'
    (study / "translations").mkdir()
    for word in ("Nooit", "Niet"):
        (study / "translations" / "nl.po").write_text(head + entry.format(word), encoding="utf-8")
        git(repository, "add", ".")
        git(repository, "commit", "-q", "-m", word)
    found = as_json(capsys, "HEAD~1", "HEAD", "--study", str(study), status=0)
    assert [(one["language"], one["old"], one["new"]) for one in found["changes"]] == [
        ("nl", "Nooit", "Niet")
    ]


@pytest.mark.slow
def test_a_folder_goes_before_a_revision_of_that_name(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    write(repository / "v1", CUT)
    assert as_json(capsys, "v1", "studies/ai", status=0)["changes"] == []


@pytest.mark.slow
def test_a_hook_s_own_repository_is_not_looked_for_below_the_study(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("GIT_DIR", ".git")
    assert as_json(capsys, "v1", "studies/ai", status=1)["breaks"] is True


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found = as_json(capsys, *arguments, status=2)
    assert (found["changes"], found["breaks"]) == ([], None)
    (problem,) = found["problems"]
    assert problem["hint"]
    told: dict[str, Any] = problem
    return told


@pytest.mark.slow
def test_an_unknown_revision_is_refused(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(capsys, "v9", str(repository / "studies" / "ai"))["code"] == "V003"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["--output=taken", "-p"])
def test_a_name_is_never_an_option_of_git(
    repository: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(capsys, "--", name, str(repository / "studies" / "ai"))["code"] in {"V003", "W002"}
    assert not (repository / "studies" / "ai" / "taken").exists()


@pytest.mark.slow
def test_a_folder_outside_git_has_no_revisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    study = write(tmp_path / "study", QUESTIONNAIRE)
    assert refusal(capsys, "HEAD", str(study))["code"] == "V002"


@pytest.mark.slow
def test_without_git_folders_can_still_be_compared(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert refusal(capsys, "v1", str(repository / "studies" / "ai"))["code"] == "V001"
    assert as_json(capsys, *folders(tmp_path, QUESTIONNAIRE, QUESTIONNAIRE), status=0)["changes"] == []


@pytest.mark.slow
def test_a_study_that_came_later_is_not_in_the_revision(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = write(repository / "studies" / "later", QUESTIONNAIRE)
    problem = refusal(capsys, "v1", str(later))
    assert problem["code"] == "V004"
    assert (problem["file"], problem["line"]) == ("v1", 0)


def test_revisions_of_no_folder_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(capsys, "v1", "v2", "--study", str(tmp_path / "nothing"))["code"] == "Q033"


def test_a_study_beside_two_folders_means_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = folders(tmp_path, QUESTIONNAIRE, QUESTIONNAIRE)
    assert refusal(capsys, *names, "--study", str(tmp_path))["code"] == "W002"


@pytest.mark.slow
def test_errors_of_both_versions_are_told_with_their_version(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = repository / "studies" / "ai"
    write(study, QUESTIONNAIRE.replace("usage is often", "usige is often"))
    git(repository, "commit", "-q", "-a", "-m", "slip")
    write(study, QUESTIONNAIRE.replace("usage is often", "usage is oftn"))
    found = as_json(capsys, "HEAD", str(study), status=2)
    told = [(one["code"], one["file"], one["line"]) for one in found["problems"]]
    assert told == [("Q010", "HEAD:questionnaire.md", 10), ("Q012", "questionnaire.md", 10)]


def test_what_is_wrong_in_the_plan_hides_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = folders(tmp_path, QUESTIONNAIRE, CUT)
    plan = '[[net]]\nid = "some"\nquestion = "usage"\ntitle = "Some"\noptions = ["often", "rarely"]\n'
    for name in names:
        (Path(name) / "plan.toml").write_text(plan, encoding="utf-8")
    assert kinds(as_json(capsys, *names, status=1))[0] == ("option_removed", "usage", "rarely")
