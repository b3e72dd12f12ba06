"""An export says so when the questionnaire, as it is now, has no place for answers that were given."""

import json
from pathlib import Path

import pytest
from store_and_files import PAPER, QUESTIONNAIRE, answer, begin, bring_in, opened, take_out, write

from peil.cli.main import main


@pytest.fixture
def store(tmp_path: Path, study: Path) -> Path:
    place = tmp_path / "store"
    assert bring_in(study, write(tmp_path / "paper.csv", PAPER), place) == 0
    return place


def change(study: Path, old: str, new: str) -> None:
    assert old in QUESTIONNAIRE
    write(study / "questionnaire.md", QUESTIONNAIRE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("- ( ) never: Nooit\n", "- ( ) seldom: Nooit\n", "usage."),
        ("- [ ] speed: Sneller\n", "- [ ] price: Sneller\n", "reasons.speed."),
        (
            "\n## reasons\n",
            "\n---\n\n## dull  {notice}\nGoed.\n\n## reasons\n",
            "reasons.other, reasons.other.text, reasons.speed, remarks, who.name.",
        ),
    ],
    ids=["option", "tick", "page"],
)
def test_what_has_no_place_is_told(
    study: Path, store: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    questions = QUESTIONNAIRE.replace(old, new).replace("usage is never", "not usage is often")
    write(study / "questionnaire.md", questions)
    capsys.readouterr()
    assert take_out(study, store.parent / "out.csv", store) == 1
    assert "D038" in (found := capsys.readouterr().err)
    assert f"lacks them: {told}" in found
    assert (store.parent / "out.csv").is_file()


def test_it_is_told_as_json_too(study: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(study, "## remarks", "## remark")
    capsys.readouterr()
    assert take_out(study, store.parent / "out.csv", store, "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["severity"]) == ("D038", "warning")
    assert "remarks" in problem["message"]


def test_a_mended_word_and_a_changed_mind_are_no_such_thing(
    study: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(study, store) as found:
        begin(found, "web")
        answer(found, study, "web", "usage", usage="often")
        answer(found, study, "web", "reasons", reasons__speed=True)
        answer(found, study, "web", "who", who__email="a@example.org")
        answer(found, study, "web", "usage", usage="never")
    change(study, "Hoe vaak?", "Hoe vaak dan?")
    capsys.readouterr()
    assert take_out(study, store.parent / "out.csv", store) == 0
    assert "D038" not in capsys.readouterr().err


def test_the_answers_come_back_with_the_questionnaire(study: Path, store: Path) -> None:
    out = store.parent / "out.csv"
    assert take_out(study, out, store) == 0
    before = out.read_bytes()
    change(study, "## remarks", "## remark")
    assert take_out(study, store.parent / "other.csv", store) == 1
    write(study / "questionnaire.md", QUESTIONNAIRE)
    assert main(["export", str(study), "--store", str(store), "--out", str(out)]) == 0
    assert out.read_bytes() == before
