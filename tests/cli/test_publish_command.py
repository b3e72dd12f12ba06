"""``peil publish``: what it refuses, what it says, and interim results while the survey runs."""

import json
import shutil
from pathlib import Path

import pytest

from peil.cli.main import main
from site_study import INTERIM, PLAN, TITLES, answer, make_site_study

pytestmark = pytest.mark.slow
STUDY, OUT = "study", "site"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_site_study(tmp_path / STUDY).folder


def publish(
    study: Path, capsys: pytest.CaptureFixture[str], *more: str, status: int = 0
) -> dict[str, object]:
    capsys.readouterr()
    out = study.parent / OUT
    assert main(["publish", str(study), "--out", str(out), "--format", "json", *more]) == status
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def codes(told: dict[str, object]) -> list[str]:
    problems = told["problems"]
    assert isinstance(problems, list)
    return [problem["code"] for problem in problems]


def plan(study: Path, text: str) -> None:
    (study / "plan.toml").write_text(text, encoding="utf-8")


def text_of(study: Path, path: str) -> str:
    return (study.parent / OUT / path).read_text(encoding="utf-8")


def test_json_tells_the_files_the_release_and_the_problems(study, capsys) -> None:
    told = publish(study, capsys)
    assert set(told) == {"files", "release", "problems"}
    assert str(study.parent / OUT / "verkennen" / "usage.html") in told["files"]
    assert codes(told) == []


def test_the_terminal_says_how_many_pages_went_where(study, capsys) -> None:
    out = study.parent / OUT
    arguments = ["publish", str(study), "--out", str(out)]
    assert main(arguments) == 0
    assert f"23 pages written to {out}" in capsys.readouterr().out
    assert main(arguments) == 0
    assert f"23 pages already in {out}" in capsys.readouterr().out


def test_an_untrue_sentence_publishes_nothing_and_is_told_with_its_place(study, capsys) -> None:
    (study / "report/1.md").write_text("# G\n\n[99%]{= usage: often} doet het.\n", encoding="utf-8")
    assert main(["publish", str(study), "--out", str(study.parent / OUT)]) == 1
    printed = capsys.readouterr()
    assert "report/1.md:3:1  R001" in printed.err
    assert "Nothing was published.\npeil report --fix writes" in printed.out
    assert not (study.parent / OUT).exists()


def test_a_study_without_a_site_is_told_where_to_write_one(study, capsys) -> None:
    shutil.rmtree(study / "site")
    assert main(["publish", str(study), "--out", str(study.parent / OUT)]) == 2
    told = capsys.readouterr().err
    assert "R018" in told
    assert "Write it in site/; its first file is the home page." in told
    assert "--language" not in told


@pytest.mark.parametrize("more", [(), ("--interim",)])
def test_a_draft_is_refused(study, capsys, more) -> None:
    plan(study, PLAN + INTERIM + '[disclosure]\nprofile = "draft"\n')
    told = publish(study, capsys, *more, status=2)
    assert (codes(told), told["files"], told["release"]) == (["R065"], [], None)
    assert not (study.parent / OUT).exists()


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org", "https://", "https://a b", "https://a.org/?x", 'https://a/"']
)
def test_an_address_that_is_none_is_refused(study, capsys, url) -> None:
    assert codes(publish(study, capsys, "--url", url, status=2)) == ["R072"]


def test_a_study_without_a_site_is_refused(study, capsys) -> None:
    for path in (study / "site").rglob("*.md"):
        path.unlink()
    assert codes(publish(study, capsys, status=2)) == ["R018"]


def test_a_folder_that_is_no_site_is_refused(study, capsys) -> None:
    (study.parent / OUT).mkdir()
    (study.parent / OUT / "letter.txt").write_text("dear")
    assert codes(publish(study, capsys, status=2)) == ["R069"]
    assert [path.name for path in (study.parent / OUT).iterdir()] == ["letter.txt"]
    assert not (study / "releases").exists()


@pytest.mark.parametrize("more", [("--store", "x"), ("--interim", "--store", "x", "--data", "y.csv")])
def test_options_that_do_not_go_together_are_refused(study, capsys, more) -> None:
    assert codes(publish(study, capsys, *more, status=2)) == ["W002"]


def interim(study: Path, capsys: pytest.CaptureFixture[str], status: int = 0) -> dict[str, object]:
    data = str(study / "data" / "answers.csv")
    return publish(study, capsys, "--interim", "--data", data, status=status)


def test_interim_results_have_to_be_listed(study, capsys) -> None:
    plan(study, PLAN)
    assert codes(interim(study, capsys, status=2)) == ["R070"]


def test_interim_results_hold_what_is_listed_and_say_what_they_are(study, capsys) -> None:
    answer(study, 64)
    told = interim(study, capsys)
    names = {Path(path).relative_to(study.parent / OUT).as_posix() for path in told["files"]}
    pages = {path for path in names if path.endswith(".html")}
    shown = ("usage", "ability", "ability.mail", "ability.music", "ability.divide")
    questions = {f"{folder}interim/{name}.html" for folder in ("", "en/") for name in shown}
    assert pages == {"404.html", "index.html", "en/index.html"} | questions
    for path in pages - {"404.html"}:
        english = path.startswith("en/")
        said = "Interim results of" if english else "Tussenstand van"
        number = "64 respondents so far" if english else "tot nu toe 64 respondenten"
        assert said in text_of(study, path)
        assert number in text_of(study, path)
        assert ("Synthetic data" if english else "Synthetische gegevens") in text_of(study, path)


def test_interim_results_are_split_by_the_listed_groups_alone(study, capsys) -> None:
    plan(study, PLAN + TITLES + '[interim]\nitems = ["usage"]\n')
    interim(study, capsys)
    assert "by-employment" not in text_of(study, "interim/usage.html")


def test_before_the_first_there_is_nothing_and_that_is_no_fault(study, capsys) -> None:
    answer(study, 29)
    assert interim(study, capsys) == {"files": [], "release": None, "problems": []}
    assert not (study.parent / OUT).exists()
    assert not (study / "releases").exists()


def fielded(study: Path) -> str:
    store = str(study.parent / "store")
    assert main(["phase", str(study), "live", "--store", store]) == 0
    data = str(study / "data" / "answers.csv")
    assert main(["import", str(study), "--data", data, "--store", store]) == 0
    return store


def test_interim_results_of_the_store(study, capsys) -> None:
    answer(study, 40)
    store = fielded(study)
    told = publish(study, capsys, "--interim", "--store", store)
    assert codes(told) == []
    assert "tot nu toe 40 respondenten" in text_of(study, "index.html")


def test_a_closed_survey_has_no_interim_results(study, capsys) -> None:
    answer(study, 40)
    store = fielded(study)
    assert main(["phase", str(study), "closed", "--reason", "done", "--store", store]) == 0
    assert codes(publish(study, capsys, "--interim", "--store", store, status=2)) == ["R071"]


def test_what_was_not_listed_when_the_survey_opened_is_refused(study, capsys) -> None:
    answer(study, 40)
    store = fielded(study)
    plan(study, PLAN + TITLES + INTERIM.replace('"ability"', '"ability", "reasons"'))
    told = publish(study, capsys, "--interim", "--store", store, status=2)
    assert codes(told) == ["R070"]
    assert "reasons" in told["problems"][0]["message"]
    plan(study, PLAN + TITLES + INTERIM.replace(', "ability"', ""))
    assert codes(publish(study, capsys, "--interim", "--store", store)) == []


def test_a_survey_that_nobody_was_asked_yet_has_nothing_to_show(study, capsys) -> None:
    store = str(study.parent / "none")
    assert publish(study, capsys, "--interim", "--store", store)["files"] == []
    assert not Path(store).exists()


def releases(study: Path) -> list[str]:
    return sorted(path.name for path in (study / "releases").glob("*"))


def test_a_release_is_written_down_once(study, capsys) -> None:
    assert publish(study, capsys)["release"] == 1
    assert publish(study, capsys)["release"] == 1
    assert releases(study) == ["001.json"]
    kept = json.loads((study / "releases/001.json").read_text(encoding="utf-8"))
    assert (kept["number"], kept["interim"], kept["date"]) == (1, False, "2026-04-17")


def test_a_registry_that_cannot_be_read_publishes_nothing(study, capsys) -> None:
    (study / "releases").mkdir()
    (study / "releases/001.json").write_text("{", encoding="utf-8")
    assert codes(publish(study, capsys, status=1)) == ["G011"]
    assert codes(interim(study, capsys, status=1)) == ["G011"]
    assert not (study.parent / OUT).exists()


def test_released_tables_keep_hidden_what_a_release_hid(study, capsys) -> None:
    def released(*more: str) -> dict[str, object]:
        capsys.readouterr()
        status = main(
            [
                "tables",
                str(study),
                "--rows",
                "usage",
                "--by",
                "employment",
                "--released",
                "--format",
                "json",
                *more,
            ]
        )
        told: dict[str, object] = json.loads(capsys.readouterr().out)
        return {**told, "status": status}

    publish(study, capsys)

    def status_of(option: str) -> str:
        (table,) = [one for one in released()["tables"] if one["group"] == "employee"]  # type: ignore[attr-defined]
        return next(cell["status"] for cell in table["cells"] if cell["option"] == option)

    assert status_of("often") != "suppressed"
    path = study / "releases" / "001.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    for table in kept["tables"]:
        if (table["item"], table["group"]) == ("usage", "employee"):
            table["hidden"] = ["often"]
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert status_of("often") == "suppressed"
    path.write_text("{", encoding="utf-8")
    broken = released()
    assert (codes(broken), broken["status"]) == (["G011"], 1)


def test_interim_results_are_refreshed_by_batches_and_replaced_by_the_final_ones(study, capsys) -> None:
    answer(study, 60)
    assert interim(study, capsys)["release"] == 1
    first = text_of(study, "interim/usage.html")
    for respondents in (60, 65, 69):
        answer(study, respondents)
        told = interim(study, capsys)
        assert (told["files"], told["release"], told["problems"]) == ([], 1, [])
    assert text_of(study, "interim/usage.html") == first
    answer(study, 120)
    assert interim(study, capsys)["release"] == 2
    assert "tot nu toe 120 respondenten" in text_of(study, "interim/usage.html")
    answer(study, 160)
    final = publish(study, capsys)
    assert (final["release"], codes(final)) == (3, [])
    assert not (study.parent / OUT / "interim").exists()
    home = " ".join(text_of(study, "index.html").split())
    assert "Toen telden 120 respondenten mee, nu 160." in home
    assert "Tussenstand van" not in home
    assert releases(study) == ["001.json", "002.json", "003.json"]
    assert codes(interim(study, capsys, status=2)) == ["R071"]
    assert publish(study, capsys)["release"] == 3


def test_a_group_that_grew_by_few_is_not_shown_again(study, capsys) -> None:
    answer(study, 100)
    interim(study, capsys)
    shown = text_of(study, "interim/usage.html").count("(n\u00a0=\u00a0") + text_of(
        study, "interim/usage.html"
    ).count("(n = ")
    answer(study, 125)
    interim(study, capsys)
    page = text_of(study, "interim/usage.html")
    assert "125" in page
    assert page.count("(n\u00a0=\u00a0") + page.count("(n = ") < shown
