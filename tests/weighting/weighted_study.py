"""Small studies with a plan that weights, and their answers."""

from pathlib import Path

from peil.core.problem import Problem
from peil.data.dataset import Dataset
from peil.formats.csv_file import read_responses_csv
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
from peil.study.study import Study

QUESTIONNAIRE = """\
# you: Over u

## age
Hoe oud bent u?
- ( ) young: Jong
- ( ) middle: Midden
- ( ) old: Oud

## sex
Wat bent u?
- ( ) m: Man
- ( ) v: Vrouw

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
"""
AGE = """\
[[weighting.target]]
variable = "age"
source = "CBS StatLine"
date = 2026-01-01
shares = { young = 0.3, middle = 0.3, old = 0.4 }
"""
SEX = """\
[[weighting.target]]
variable = "sex"
source = "Gemeente"
date = 2025-07-01
counts = { m = 490, v = 510 }
"""
RAKE = f'[weighting]\nmethod = "rake"\nreason = "Naar leeftijd."\n\n{AGE}\n{SEX}'


def write_study(folder: Path, plan: str, questionnaire: str = QUESTIONNAIRE) -> Study:
    (folder / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["nl"]\n', encoding="utf-8")
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    return read_study(folder)


def check_plan(folder: Path, plan: str) -> list[Problem]:
    return list(check_study(write_study(folder, plan)))


def read_rows(folder: Path, plan: str, csv: str) -> Dataset:
    study = write_study(folder, plan)
    (folder / "data.csv").write_text(csv, encoding="utf-8")
    return read_responses_csv(folder / "data.csv", study)


def people(*rows: str, weights: tuple[str, ...] = ()) -> str:
    """Answers as CSV: ``young m`` is a row with these as age and sex; a dash is no answer."""
    head = "id,outcome,age,sex" + (",design" if weights else "")
    lines = [head]
    for number, row in enumerate(rows):
        age, sex = (cell.replace("-", "") for cell in row.split())
        lines.append(f"r{number},complete,{age},{sex}" + (f",{weights[number]}" if weights else ""))
    return "\n".join(lines) + "\n"


EVERYONE = (
    "young m",
    "young v",
    "middle m",
    "middle v",
    "old m",
    "old m",
    "old v",
    "old v",
    "old v",
    "young m",
)
