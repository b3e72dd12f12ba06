"""The labels by which a data file may name an option that has a blank."""

from pathlib import Path

import pytest

from peil.core.problem import Unusable
from peil.formats.csv_file import read_responses_csv
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["nl"]\n'
QUESTIONNAIRE = """
# a: A

## usage
Hoe?
- ( ) often: Vaak
- ( ) hours: Ongeveer ___ [0..40] uur
- ( ) other: Anders, namelijk: ____
- ( ) none: Niet  {missing}

## same
Welke?
- ( ) one: Anders
- ( ) two: Anders, namelijk ____
- ( ) three: Iets, zoals ____
- ( ) four: Iets, niet ____

## grade  {scale 0..10}
Welk cijfer?
- ( ) dk: Geen, want ____  {missing}
"""


@pytest.fixture
def study(tmp_path: Path) -> Study:
    (tmp_path / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    found = read_study(tmp_path)
    assert not [problem for problem in found.problems if problem.severity == "error"]
    return found


def chosen(study: Study, column: str, *cells: str) -> list[int]:
    path = study.folder / "data.csv"
    rows = "".join(f'r{number},"{cell}",complete\n' for number, cell in enumerate(cells))
    path.write_text(f"id,{column},outcome\n{rows}", encoding="utf-8")
    found = read_responses_csv(path, study)
    return [int(code) for code in found.missing_steps.get(column, found.columns[column])]


@pytest.mark.parametrize(
    "label",
    [
        "Anders, namelijk: ____",
        "Anders, namelijk: __________",
        "Anders, namelijk: ___",
        "Anders, namelijk:",
        "Anders, namelijk",
        "Anders",
    ],
)
def test_a_label_is_read_with_its_blank_without_it_and_shortened(study: Study, label: str) -> None:
    assert chosen(study, "usage", "Vaak", label) == [0, 2]


@pytest.mark.parametrize("label", ["Ongeveer ___ uur", "Ongeveer uur", "Ongeveer … uur"])
def test_a_blank_amid_a_label(study: Study, label: str) -> None:
    assert chosen(study, "usage", label, "often") == [1, 0]


def test_a_missing_option_with_a_blank_on_a_scale(study: Study) -> None:
    after_the_steps = 11
    assert chosen(study, "grade", "Geen, want ______", "Geen", "7") == [after_the_steps, after_the_steps, -1]


def test_a_whole_label_is_never_anothers_shortened_one(study: Study) -> None:
    assert chosen(study, "same", "Anders", "Anders, namelijk ____", "Anders, namelijk") == [0, 1, 1]


def test_a_shortened_label_that_two_options_share_is_refused(study: Study) -> None:
    assert chosen(study, "same", "Iets, zoals ____", "Iets, niet") == [2, 3]
    with pytest.raises(Unusable) as raised:
        chosen(study, "same", "Iets")
    assert [problem.code for problem in raised.value.problems] == ["D015"]
