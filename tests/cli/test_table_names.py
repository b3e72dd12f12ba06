"""What ``peil tables`` and ``peil estimate`` are asked for by name, and what of it can't be had."""

import json
from pathlib import Path
from typing import Any

import pytest

from peil.cli.main import main

QUESTIONNAIRE = """
# a: A

## usage
How often?
- ( ) often: Often
- ( ) never: Never

## amount
How much? ___ [0..100]

## grade  {scale 0..3}
What grade?
- ( ) dk: Don't know  {missing}

## wishes  {ranking, optional}
Order.
- a: Apples
- b: Pears

## day  {date, optional}
When?

## note  {optional}
Words: ____

## address  {contact, optional}
Your details
- email: E-mail

## bye  {notice}
Bye.
"""
HEADER = "id,outcome,usage,amount,grade,wishes.a,wishes.b\n"
OFTEN = "".join(f"o{row},complete,often,{row},2,1,2\n" for row in range(12))
NEVER = "n0,complete,never,100,dk,2,1\nn1,complete,never,1,,,\n"


@pytest.fixture
def study(tmp_path: Path) -> str:
    (tmp_path / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["en"]\n', encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "d.csv").write_text(HEADER + OFTEN + NEVER, encoding="utf-8")
    return str(tmp_path)


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict[str, Any]:
    assert main([*arguments, "--format", "json"]) == status
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def as_text(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out.splitlines()


def test_options_given_again_add_up(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    apart = as_json(
        capsys, "tables", study, "--rows", "amount", "--rows", "grade", "--by", "usage", "--by", "grade"
    )
    together = as_json(capsys, "tables", study, "--rows", "amount", "grade", "--by", "usage", "grade")
    assert apart == together
    assert {(table["question"], table["by"]) for table in apart["tables"]} == {
        (question, by) for question in ("amount", "grade") for by in (None, "usage", "grade")
    }
    twice = as_json(capsys, "tables", study, "--rows", "amount", "amount", "--by", "usage", "--by", "usage")
    assert len(twice["tables"]) == 3


def test_options_of_an_estimate_given_again_add_up(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = f"{study}/data/d.csv"
    found = as_json(
        capsys, "estimate", data, "--rows", "usage", "--rows", "grade", "--by", "wishes.a", "--by", "outcome"
    )
    assert {(table["question"], table["by"]) for table in found["tables"]} == {
        (question, by) for question in ("usage", "grade") for by in (None, "wishes.a", "outcome")
    }


@pytest.mark.parametrize("option", ["--rows", "--by"])
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("note", "open question"),
        ("day", "date"),
        ("address", "contact details"),
        ("bye", "notice"),
    ],
)
def test_what_has_nothing_to_count_is_told(
    study: str, option: str, name: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (problem,) = as_json(capsys, "tables", study, option, name, status=2)["problems"]
    assert problem["code"] == "T002"
    assert problem["message"].startswith(f'"{name}" ')
    assert why in problem["message"]
    assert problem["hint"]


def test_every_name_is_told_at_once_with_a_repair(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "tables", study, "--rows", "usige", "bye", "--rows", "xxxxxx", status=2)
    assert [(problem["code"], problem["message"], problem["hint"]) for problem in found["problems"]] == [
        ("Q010", 'The study has no item "usige".', 'Did you mean "usage"?'),
        (
            "T002",
            '"bye" is a notice: it asks nothing.',
            "Name a question with options, a number, a scale or a ranking.",
        ),
        (
            "Q010",
            'The study has no item "xxxxxx".',
            "It has usage, amount, grade, wishes and so on; peil tables without --rows lists them all.",
        ),
    ]


def test_text_has_the_mean_where_json_has_one(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = as_text(capsys, "tables", study, "--rows", "amount", "grade", "--by", "usage")
    means = [line.split() for line in lines if line.startswith("mean")]
    assert means == [["mean", "11.9", "5.5", "50.5"], ["mean", "2.0", "2.0", "–"]]


def test_text_has_the_mean_rank_of_each_option(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = as_text(capsys, "tables", study, "--rows", "wishes", "--by", "usage")
    place = lines.index("mean rank")
    assert [line.split() for line in lines[place + 1 : place + 3]] == [
        ["Apples", "1.1", "1.0", "2.0"],
        ["Pears", "1.9", "2.0", "1.0"],
    ]


def test_a_mean_that_is_hidden_is_a_dash_that_is_explained(
    study: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = as_text(capsys, "tables", study, "--rows", "amount", "--by", "usage", "--released")
    assert [line.split() for line in lines if line.startswith("mean")] == [["mean", "11.9", "–", "–"]]
    assert lines[-1] == "– not shown: fewer than 10 people in the base, or hidden to protect others."
    assert "50.5" not in "".join(lines)


def test_a_mean_of_a_small_group_is_marked(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = as_text(capsys, "tables", study, "--rows", "wishes", "grade", "--by", "usage", "--released")
    place = lines.index("mean rank")
    assert lines[place + 1].split() == ["Apples", "1.1*", "–", "–"]
    assert ["mean", "2.0*", "–", "–"] in [line.split() for line in lines]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--data", "absent.csv"), "There is no such file."),
        (("--rows", "usage", "--by", "amount"), 'A table can\'t be split by "amount": '),
    ],
)
def test_messages_are_sentences(
    study: str, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (problem,) = as_json(capsys, "tables", study, *arguments, status=2)["problems"]
    assert problem["message"].startswith(message)
    assert problem["message"].endswith(".")
    assert problem["hint"]


def test_which_file_is_the_data_is_asked_in_a_sentence(
    study: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = Path(study) / "data"
    (data / "e.csv").write_text(HEADER, encoding="utf-8")
    (problem,) = as_json(capsys, "tables", study, status=2)["problems"]
    assert problem["message"] == "Which of these is the data: d.csv, e.csv?"
    (data / "d.csv").unlink()
    (data / "e.csv").unlink()
    (problem,) = as_json(capsys, "tables", study, status=2)["problems"]
    assert (problem["code"], problem["message"]) == ("D000", "There is no CSV file with responses.")
