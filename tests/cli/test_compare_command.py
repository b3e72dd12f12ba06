"""``peil compare``: the sample beside populations, for the researcher."""

import json
import shutil
from pathlib import Path

import pytest

from peil.cli.main import main

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "studies" / "genai-creative-work"
SOURCE = 'title = "{}"\nsource = "Invented"\ndate = 2025-01-01\nunit = "people"\ngroup = "{}"\n'
HEADLINES = 'headlines = ["usage: net:regular", "reasons: faster"]\n'


def write_population(folder: Path, name: str, group: str, sizes: dict[str, object]) -> None:
    classes = (
        f'\n[[class]]\nname = "{one}"\nto = "{one}"\n' + ("" if size is None else f"percent = {size}\n")
        for one, size in sizes.items()
    )
    text = SOURCE.format(name, group) + HEADLINES + "".join(classes)
    (folder / "compare" / "population" / f"{name}.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "s"
    texts = shutil.ignore_patterns("report", "deck", "press", "site", "published", "compare")
    shutil.copytree(REFERENCE, folder, ignore=texts)
    (folder / "compare/population").mkdir(parents=True)
    return folder


def compared(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    capsys.readouterr()
    main(["compare", *words, "--format", "json"])
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


def test_numbers_stand_unweighted_weighted_to_each_and_raked_to_all(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_population(study, "a", "position", {"zzp": 40, "employer": 20, "employee": 40})
    write_population(
        study, "b", "organisation4", {"commercial": 40, "zzp": 30, "noncommercial": 20, "other": 10}
    )
    write_population(study, "c", "position", {"zzp": 40, "employer": None})
    told = compared(capsys, str(study))
    assert [one["id"] for one in told["populations"]] == ["a", "b", "c"]
    assert [bool(one["weights"]["why"]) for one in told["populations"]] == [False, False, True]
    zzp = told["populations"][0]["classes"][0]
    assert (zzp["class"], zzp["n"], zzp["population"], zzp["standing"]) == ("zzp", 77, 0.4, "outside")
    assert zzp["difference"] == pytest.approx(77 / 130 - 0.4)
    assert told["populations"][2]["unmatched"] == ["employee"]
    assert told["raked"]["to"] == ["a", "b"]
    assert 1 < told["raked"]["deff"] < 3
    first = told["headlines"][0]
    assert [one["to"] for one in first["weighted"]] == [["a"], ["b"], ["c"], ["a", "b"]]
    assert first["weighted"][2]["share"] is None
    assert len({round(one["share"], 6) for one in first["weighted"] if one["share"] is not None}) == 3
    assert main(["compare", str(study)]) == 0
    shown = capsys.readouterr().out
    assert "none of this has passed the disclosure gate" in shown
    assert "Raked to a + b: effective sample size" in shown
    assert "Not post-stratified to c: no source gives a share of employer, employee." in shown
    assert "not available" in shown


def test_a_question_without_a_title_keeps_its_mark(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_population(study, "a", "position", {"zzp": 40, "employer": 20, "employee": 40})
    plan = study / "plan.toml"
    lines = plan.read_text(encoding="utf-8").splitlines()
    plan.write_text("\n".join(one for one in lines if not one.startswith("usage = ")), encoding="utf-8")
    assert main(["compare", str(study)]) == 0
    shown = capsys.readouterr().out
    assert "voor uw werk? vaak of zeer vaak" in shown
    assert "?:" not in shown


def test_one_population_can_be_chosen_and_a_slip_is_told(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_population(study, "jobs", "position", {"zzp": 40, "employer": 20, "employee": 40})
    write_population(study, "other", "position", {"zzp": 40, "employer": 20, "employee": 40})
    told = compared(capsys, str(study), "--population", "jobs")
    assert [one["id"] for one in told["populations"]] == ["jobs"]
    assert told["raked"] is None
    assert main(["compare", str(study), "--population", "jbs"]) == 2
    assert 'Did you mean "jobs"?' in capsys.readouterr().err


def test_a_study_without_populations_says_how_to_have_one(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(study)]) == 0
    assert "write compare/population/ID.toml" in capsys.readouterr().out


def test_two_populations_of_one_group_that_differ_can_not_be_raked_to_together(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_population(study, "a", "position", {"zzp": 40, "employer": 20, "employee": 40})
    write_population(study, "b", "position", {"zzp": 20, "employer": 40, "employee": 40})
    told = compared(capsys, str(study))
    assert told["raked"]["why"]
    assert told["raked"]["effective"] is None


def test_the_word_is_never_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "json"):
        main(["compare", str(REFERENCE), "--format", form])
        out = capsys.readouterr().out
        assert "not available" in out or '"population": null' in out
        assert "representati" not in out.lower()
