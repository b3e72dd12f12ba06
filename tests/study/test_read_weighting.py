"""``[weighting]`` in plan.toml: what is read, and what is told of what can't be."""

import datetime as dt
from pathlib import Path

import pytest
from check_example import check_files, codes, write_files

from peil.core.problem import Problem
from peil.study.reader.read import read_study
from peil.study.weighting import Weighting

QUESTIONNAIRE = """\
# you: About you

## age
How old are you?
- ( ) young: Young
- ( ) middle: Middle
- ( ) old: Old

## sex
What are you?
- ( ) m: Man
- ( ) v: Woman

## reasons
Why?
- [ ] fun: Fun
- [ ] money: Money
"""
AGE = """\
[[weighting.target]]
variable = "age"
source = "StatLine"
date = 2026-01-01
shares = { young = 0.3, middle = 0.3, old = 0.4 }
"""
SEX = """\
[[weighting.target]]
variable = "sex"
source = "Register"
date = 2025-07-01
counts = { v = 510, m = 490 }
"""
HEAD = '[weighting]\nmethod = "rake"\nreason = "R."\n'


def weighting(folder: Path, plan: str) -> Weighting:
    write_files(folder, {"questionnaire.md": QUESTIONNAIRE, "plan.toml": plan})
    study = read_study(folder)
    assert not [problem for problem in study.problems if problem.span.file == "plan.toml"]
    return study.plan.weighting


def told(folder: Path, plan: str) -> list[Problem]:
    found = check_files(folder, questionnaire=QUESTIONNAIRE, plan=plan)
    return [problem for problem in found if problem.span.file == "plan.toml" and problem.code != "Q065"]


def only(folder: Path, plan: str) -> Problem:
    (problem,) = told(folder, plan)
    return problem


def test_targets_are_read_with_source_date_and_places(tmp_path: Path) -> None:
    found = weighting(tmp_path, f"{HEAD}{AGE}{SEX}")
    age, sex = found.targets
    assert (found.method, found.fitted, found.variables) == ("rake", True, ("age", "sex"))
    assert (age.variable, age.counted, age.date) == ("age", False, dt.date(2026, 1, 1))
    assert age.source.plain("en") == "StatLine"
    assert age.sizes == pytest.approx({"young": 0.3, "middle": 0.3, "old": 0.4})
    assert (sex.counted, sex.total, list(sex.sizes.items())) == (True, 1000, [("m", 490), ("v", 510)])
    assert (age.span.line, sex.span.line, sex.spans["m"].line) == (4, 9, 13)
    assert sex.spans["m"].column > sex.spans["v"].column


def test_settings_of_fitting_are_read(tmp_path: Path) -> None:
    plan = (
        '[weighting]\nmethod = "logit"\nreason = "R."\ncolumn = "design"\npopulation = 5_000\n'
        f"bounds = [0.5, 2]\ntrim = [0, 3]\n{AGE}"
        '[weighting.nonresponse]\nvariable = "sex"\nsource = "Sample"\ndate = 2026-02-01\n'
        "sample = { m = 20, v = 30 }\n"
    )
    found = weighting(tmp_path, plan)
    assert (found.column, found.population, found.bounds, found.trim) == ("design", 5000, (0.5, 2), (0, 3))
    assert found.nonresponse is not None
    assert found.nonresponse.sizes == {"m": 20, "v": 30}
    assert found.variables == ("age", "sex")


def test_shares_that_were_rounded_are_shares(tmp_path: Path) -> None:
    plan = HEAD + AGE.replace("0.3,", "0.33,").replace("0.4", "0.33")
    (age,) = weighting(tmp_path, plan).targets
    assert age.total == pytest.approx(1, abs=1e-15)
    finer = plan.replace("0.33", "0.330")  # written so, they are as exact as 0.33: TOML keeps no zeros
    assert weighting(tmp_path, finer).targets[0].sizes == age.sizes
    problem = only(tmp_path, plan.replace("0.33", "0.331"))
    assert (problem.code, problem.message) == ("Q087", "The shares add up to 0.993, and not to 1.")


@pytest.mark.parametrize(
    ("change", "to", "code", "line", "message"),
    [
        (
            'variable = "age"',
            'variable = "agee"',
            "Q010",
            5,
            'There is no question or derived variable "agee".',
        ),
        ('variable = "age"\n', "", "Q087", 4, 'It doesn\'t say which "variable".'),
        ('variable = "age"', 'variable = "reasons"', "Q032", 5, '"reasons" can\'t be a group'),
        ("old = 0.4", "elder = 0.4", "Q012", 8, 'age has no option "elder".'),
        ('source = "StatLine"\n', "", "Q087", 4, "It has no source."),
        ('source = "StatLine"', 'source = " "', "Q087", 6, "It has no source."),
        ("date = 2026-01-01\n", "", "Q087", 4, "It has no date."),
        ("date = 2026-01-01", 'date = "2026"', "Q087", 7, '"date" is a date.'),
        ("date = 2026-01-01", "date = 2999-01-01", "Q087", 4, "These figures are of 2999-01-01"),
        ("old = 0.4", "old = 0.5", "Q087", 8, "The shares add up to 1.1, and not to 1."),
        ("old = 0.4", "old = -0.4", "Q087", 8, 'The size of "old" is a number above zero, and not -0.4.'),
        ("old = 0.4", "old = 0", "Q087", 8, 'The size of "old" is a number above zero, and not 0.'),
        ("old = 0.4", 'old = "40%"', "Q087", 8, "The size of \"old\" is a number above zero, and not '40%'."),
        ("old = 0.4", "old = nan", "Q087", 8, 'The size of "old" is a number above zero, and not nan.'),
        ("old = 0.4", "old = inf", "Q087", 8, 'The size of "old" is a number above zero, and not inf.'),
        ("0.3, middle = 0.3, old = 0.4", "30, middle = 30, old = 40", "Q087", 8, "The shares add up to 100,"),
        ("shares =", "share =", "Q087", 8, '[[weighting.target]] has no setting "share".'),
        ("shares = {", "counts = { young = 3 }\nshares = {", "Q087", 9, "It has both shares and counts."),
        (
            "shares = { young = 0.3, middle = 0.3, old = 0.4 }",
            "shares = 1",
            "Q087",
            8,
            '"shares" is a table.',
        ),
    ],
)
def test_a_target_that_can_t_be_met_is_told_at_its_place(
    tmp_path: Path, change: str, to: str, code: str, line: int, message: str
) -> None:
    assert change in AGE
    found = told(tmp_path, HEAD + AGE.replace(change, to, 1))
    problem = next(one for one in found if one.message.startswith(message))
    assert (problem.code, problem.span.line) == (code, line)
    assert problem.hint


@pytest.mark.parametrize(
    ("plan", "line", "message"),
    [
        ('[weighting]\nmethod = "weigh"\nreason = "R."\n', 2, '"weigh" is no value of "method".'),
        (HEAD, 2, 'There is no target, and the method is "rake".'),
        ('[weighting]\nmethod = "given"\nreason = "R."\n', 2, "Given weights stand in a column."),
        (f"{HEAD}{AGE}{AGE}", 10, 'There is a target for "age" already.'),
        (f"{HEAD.replace('rake', 'poststratify')}{AGE}{SEX}", 2, "Post-stratification has one target"),
        (f"{HEAD.replace('rake', 'logit')}{AGE}", 2, "The logit method needs bounds."),
        (
            f"{HEAD.replace('rake', 'poststratify')}bounds = [0.5, 2]\n{AGE}",
            4,
            "Post-stratification has no bounds",
        ),
        (f"{HEAD}bounds = [1, 2]\n{AGE}", 4, '"bounds" is a number between 0 and 1, and one above 1.'),
        (f"{HEAD}bounds = [0, 2]\n{AGE}", 4, '"bounds" is a number between 0 and 1'),
        (f"{HEAD}bounds = 3\n{AGE}", 4, '"bounds" is a number between 0 and 1'),
        (f"{HEAD}trim = [-1, 2]\n{AGE}", 4, '"trim" is a number between 0 and 1'),
        (f"{HEAD}population = 0\n{AGE}", 4, '"population" is a number above zero.'),
        (f"{HEAD}population = 900\n{SEX}", 4, 'The counts of "sex" add up to 1000.'),
        (f'{HEAD}column = "age"\n{AGE}', 4, '"age" is a column with another meaning.'),
        (f"{HEAD.replace('rake', 'none')}{AGE}", 4, '"target" says how weights are computed'),
        (f"{HEAD.replace('rake', 'none')}trim = [0.3, 3]\n", 4, '"trim" says how weights are computed'),
        (f"{HEAD}target = 3\n", 4, '"target" is a list of tables.'),
        (
            HEAD + SEX + AGE.replace("shares", "counts").replace("0.3", "300").replace("0.4", "401"),
            13,
            'The counts of "sex" add up to 1000 and those of "age" to 1001: two populations.',
        ),
    ],
)
def test_settings_that_don_t_go_together_are_told(tmp_path: Path, plan: str, line: int, message: str) -> None:
    problem = told(tmp_path, plan)[0]
    assert (problem.code, problem.span.line) in {("Q032", line), ("Q087", line)}
    assert problem.message.startswith(message)
    assert problem.hint


def test_a_sample_is_counted_in_whole_people(tmp_path: Path) -> None:
    sample = '[weighting.nonresponse]\nvariable = "sex"\nsource = "Sample"\ndate = 2026-02-01\n'
    problem = only(tmp_path, HEAD + AGE + sample + "sample = { m = 20.5, v = 30 }\n")
    assert (problem.code, problem.span.line) == ("Q087", 13)
    assert only(tmp_path, HEAD + AGE + sample).message == "It doesn't say how large each class is."


def test_what_makes_weights_has_to_be_asked_of_everyone(tmp_path: Path) -> None:
    asked = QUESTIONNAIRE.replace("What are you?", "if age is old\nWhat are you?")
    found = check_files(tmp_path, questionnaire=asked, plan=f"{HEAD}{AGE}{SEX}")
    (problem,) = (one for one in found if one.code == "Q065")
    assert problem.message == '"sex" makes the weights, but some in the analysis set are never asked it.'
    assert problem.span.line == 9
    assert problem.witness


def test_a_derived_variable_that_makes_weights_is_used(tmp_path: Path) -> None:
    derived = '[derived.old]\ntitle = "Old"\nif = "age is old"\n'
    target = SEX.replace('"sex"', '"old"').replace("v = 510, m = 490", "yes = 510, no = 490")
    assert told(tmp_path, f"{HEAD}{target}{derived}") == []
    assert codes(tuple(told(tmp_path, derived))) == ["Q030"]


def test_a_source_is_translated_like_the_reason(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "study.toml": '[about]\ntitle = "T"\nlanguages = ["en", "nl"]\n',
            "questionnaire.md": QUESTIONNAIRE,
            "plan.toml": HEAD + AGE,
            "translations/nl.po": 'msgctxt "plan.weighting.age.source"\nmsgid "StatLine"\nmsgstr "CBS"\n',
        },
    )
    (age,) = read_study(tmp_path).plan.weighting.targets
    assert (age.source.plain("en"), age.source.plain("nl")) == ("StatLine", "CBS")
