"""``peil new``: a study that works as it is, in two languages that say the same."""

from importlib.resources import files
from pathlib import Path

import pytest

from peil import line, reportline
from peil.core.problem import Unusable
from peil.data.analysis_set import select_analysis_set
from peil.formats.csv_file import read_responses_csv
from peil.study.checks.check import check_study
from peil.study.checks.evidence.source_places import wordings
from peil.study.new_study import new_study
from peil.study.question import Kind
from peil.study.reader.read import read_study
from peil.study.study import Study

LANGUAGES = ("nl", "en")

both = pytest.mark.parametrize("language", LANGUAGES)


@both
def test_a_new_study_has_no_problem_at_all(language: str, tmp_path: Path) -> None:
    new_study(tmp_path / "mine", "Thuiswerken", language)
    assert check_study(read_study(tmp_path / "mine")) == ()


@both
def test_it_shows_each_main_idea_once(language: str, tmp_path: Path) -> None:
    new_study(tmp_path, "Thuiswerken", language)
    study = read_study(tmp_path)
    kinds = {question.kind for question in study.questionnaire.questions}
    assert kinds == {Kind.NOTICE, Kind.SINGLE, Kind.MULTI, Kind.NUMBER, Kind.MATRIX, Kind.OPEN}
    assert any(question.ends for question in study.questionnaire.questions)
    assert any(question.wording.by_role for question in study.questionnaire.questions)
    assert any(option.blank for question in study.questionnaire.questions for option in question.options)
    assert study.plan.groups
    assert study.plan.derived
    assert study.plan.nets
    assert study.about.language == language


@both
def test_the_files_written_are_named(language: str, tmp_path: Path) -> None:
    written = new_study(tmp_path, "Thuiswerken", language)
    assert sorted(written) == sorted(path for path in tmp_path.rglob("*") if path.is_file())
    names = {str(path.relative_to(tmp_path)) for path in written}
    assert {"study.toml", "plan.toml", "questionnaire.md", "data/responses-synthetic.csv"} <= names


def test_a_title_is_kept_as_it_is_said(tmp_path: Path) -> None:
    title = 'Werken in "de zorg" \\ thuis\n2026'
    new_study(tmp_path, title, "nl")
    study = read_study(tmp_path)
    assert study.about.title.plain("nl") == 'Werken in "de zorg" \\ thuis 2026'
    assert study.about.title.plain("en") == 'Werken in "de zorg" \\ thuis 2026'
    assert check_study(study) == ()


def said(study: Study, language: str) -> dict[str, str]:
    """Give path to text in one language, role wordings included."""
    return {
        f"{wording.path}@{role}": wording.plain(language, role)
        for wording, _ in wordings(study)
        for role in ("", *wording.by_role)
    }


def test_each_template_translates_into_the_other(tmp_path: Path) -> None:
    for language in LANGUAGES:
        new_study(tmp_path / language, "Thuis", language)
    dutch, english = (read_study(tmp_path / language) for language in LANGUAGES)
    assert said(dutch, "nl") == said(english, "nl")
    assert said(english, "en") == said(dutch, "en")
    assert dutch.codebook.variables.keys() == english.codebook.variables.keys()


def test_nothing_is_written_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Unusable) as refused:
        new_study(tmp_path, "Thuis", "nl")
    assert [problem.code for problem in refused.value.problems] == ["N001"]
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "study").write_text("mine", encoding="utf-8")
    with pytest.raises(Unusable):
        new_study(tmp_path / "study", "Thuis", "nl")
    assert (tmp_path / "study").read_text(encoding="utf-8") == "mine"


def test_all_refusals_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Unusable) as refused:
        new_study(tmp_path, " ", "de")
    assert [problem.code for problem in refused.value.problems] == ["N001", "N002", "N003"]
    assert all(problem.hint for problem in refused.value.problems)


def test_an_empty_folder_that_is_there_is_used(tmp_path: Path) -> None:
    assert new_study(tmp_path, "Thuis", "en")


@both
def test_its_data_hold_together(language: str, tmp_path: Path) -> None:
    new_study(tmp_path, "Thuis", language)
    study = read_study(tmp_path)
    dataset = read_responses_csv(tmp_path / "data" / "responses-synthetic.csv", study)
    assert dataset.problems == ()
    assert dataset.synthetic
    assert 0 < select_analysis_set(dataset).n < dataset.n


@pytest.mark.slow
@both
def test_its_report_has_no_untrue_sentence(language: str, tmp_path: Path) -> None:
    new_study(tmp_path / "study", "Thuis", language)
    made = reportline.make_report(
        line.read_sound_study(tmp_path / "study"), formats=("html",), out=tmp_path, languages=(language,)
    )
    assert made.problems == ()
    assert [path.name for path in made.files] == [f"report.{language}.html"]


@both
def test_a_sentence_that_the_data_belie_is_found(language: str, tmp_path: Path) -> None:
    new_study(tmp_path / "study", "Thuis", language)
    (chapter,) = (tmp_path / "study" / "report").glob("02-*.md")
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("[83%]", "[84%]"), encoding="utf-8")
    made = reportline.make_report(
        line.read_sound_study(tmp_path / "study"), formats=("html",), out=tmp_path, languages=(language,)
    )
    assert [problem.code for problem in made.problems] == ["R001"]


def test_the_template_travels_with_the_package() -> None:
    root = files("peil.study").joinpath("template")
    assert {entry.name for entry in root.iterdir()} == {"nl", "en", "data"}
    assert root.joinpath("data", "responses-synthetic.csv").is_file()
