"""``[interim]`` in plan.toml: what may be shown while the survey runs."""

from pathlib import Path

import pytest

from peil.core.problem import Problem
from peil.study.interim import Interim
from peil.study.reader.read import read_study
from peil.study.study import Study

STUDY = '[about]\ntitle = "T"\nlanguages = ["nl"]\n[roles]\nother = "otherwise"\n'
QUESTIONNAIRE = """# a: A

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit

## sector
Waar?
- ( ) art: Kunst
- ( ) music: Muziek

## ability  {matrix}
Hoe goed?
columns
- ( ) worse: Slechter
- ( ) better: Beter
rows
- mail: E-mail
- music: Muziek

## remarks  {optional}
Opmerkingen: ____
"""
GROUPS = '[analysis]\ngroups = ["sector"]\n'


def read(folder: Path, plan: str) -> Study:
    for name, text in (("study.toml", STUDY), ("questionnaire.md", QUESTIONNAIRE), ("plan.toml", plan)):
        (folder / name).write_text(text, encoding="utf-8")
    return read_study(folder)


def problems(study: Study) -> list[Problem]:
    return [problem for problem in study.problems if problem.span.file == "plan.toml"]


def test_a_plan_without_it_has_no_interim_results(tmp_path) -> None:
    assert read(tmp_path, GROUPS).plan.interim is None


def test_rows_of_a_question_are_all_meant(tmp_path) -> None:
    table = '[interim]\nitems = ["usage", "ability", "usage"]\ngroups = ["sector"]\nevery = 20\nfrom = 50\n'
    study = read(tmp_path, GROUPS + table)
    assert problems(study) == []
    assert study.plan.interim == Interim(("usage", "ability.mail", "ability.music"), ("sector",), 20, 50)


@pytest.mark.parametrize(("every", "start"), [("", 10), ("every = 25\n", 25)])
def test_the_first_one_waits_for_a_whole_batch(tmp_path, every, start) -> None:
    study = read(tmp_path, f'[interim]\nitems = ["usage"]\n{every}')
    assert study.plan.interim is not None
    assert (study.plan.interim.every, study.plan.interim.start) == (start, start)


@pytest.mark.parametrize(
    ("table", "place", "said"),
    [
        ('items = ["usge"]', (4, 11), 'no question or derived variable "usge"'),
        ('items = ["remarks"]', (4, 1), '"remarks" has no options to count'),
        ('items = ["usage"]\ngroups = ["usage"]', (5, 1), '"usage" is no group of the plan'),
        ('items = ["usage"]\ngroups = ["remarks"]', (5, 12), "can't be a group"),
        ('groups = ["sector"]', (3, 2), "lists nothing to show"),
        ('items = ["usage"]\nevery = 9', (5, 1), '"every" is a whole number from 10'),
        ('items = ["usage"]\nfrom = 5', (5, 1), '"from" is a whole number from 10'),
        ('items = ["usage"]\nevry = 10', (5, 1), 'no setting "evry"'),
    ],
)
def test_what_cannot_be_shown_is_a_problem_with_its_place(tmp_path, table, place, said) -> None:
    (problem,) = problems(read(tmp_path, f"{GROUPS}[interim]\n{table}\n"))
    assert said in problem.message
    assert (problem.span.line, problem.span.column) == place
    assert problem.hint
