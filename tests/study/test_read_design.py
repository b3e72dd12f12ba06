"""``[design]``, ``[intervals]`` and the tested rule of ``[deviation]``: what plan.toml says of a sample."""

from pathlib import Path

import pytest

from peil.study.reader.read import read_study
from peil.study.study import Study

QUESTIONNAIRE = """\
# use: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
"""
STUDY = '[about]\ntitle = "T"\nlanguages = ["nl"]\n'
DRAWN = '[analysis]\nsampling = "probability"\n\n'


def read(folder: Path, plan: str) -> Study:
    for name, text in (("study.toml", STUDY), ("questionnaire.md", QUESTIONNAIRE), ("plan.toml", plan)):
        (folder / name).write_text(text, encoding="utf-8")
    return read_study(folder)


def wrong(folder: Path, plan: str) -> list[str]:
    return [f"{one.span.line}:{one.span.column} {one.code}" for one in read(folder, DRAWN + plan).problems]


def test_a_plan_without_a_design_has_none(tmp_path: Path) -> None:
    plan = read(tmp_path, DRAWN).plan
    assert (plan.design, plan.intervals, plan.row_columns, plan.tells_errors) == (None, None, (), True)
    assert not read(tmp_path, "").plan.tells_errors


def test_a_design_of_two_stages(tmp_path: Path) -> None:
    text = '[design]\nstrata = "region"\npsu = ["school", "class"]\npopulation = ["schools", "classes"]\n'
    study = read(tmp_path, DRAWN + text + 'lonely = "adjust"\n')
    assert study.problems == ()
    design = study.plan.design
    assert design is not None
    assert (design.strata, design.psu, design.population) == (
        "region",
        ("school", "class"),
        ("schools", "classes"),
    )
    assert (design.lonely, design.texts, design.numbers) == (
        "adjust",
        ("region", "school", "class"),
        ("schools", "classes"),
    )
    assert study.plan.row_columns == ("region", "school", "class", "schools", "classes")


def test_replicates_are_spelt_out(tmp_path: Path) -> None:
    text = '[design.replicates]\ncolumns = ["first", "rep[08..10]", "w[1..2]x"]\nscale = 0.5\nmse = true\n'
    study = read(tmp_path, DRAWN + text + "rscales = [1, 1, 1, 1, 0.5, 2]\n")
    assert study.problems == ()
    design = study.plan.design
    assert design is not None
    assert design.replicates is not None
    found = design.replicates
    assert found.columns == ("first", "rep08", "rep09", "rep10", "w1x", "w2x")
    assert (found.scale, found.rscales, found.mse) == (0.5, (1, 1, 1, 1, 0.5, 2), True)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('[design]\nstratum = "a"\n', ["5:1 Q032"]),
        ("[design]\nstrata = 3\n", ["5:1 Q032"]),
        ('[design]\npsu = ["a", 2]\n', ["5:1 Q032"]),
        ('[design]\npsu = ["a", "b", "c"]\n', ["5:1 Q032"]),
        ('[design]\nstrata = "a"\npopulation = ["n", "m"]\n', ["6:1 Q032"]),
        ('[design]\nstrata = "a"\nlonely = "ignore"\n', ["6:1 Q032"]),
        ('[design]\nstrata = "usage"\n', ["4:2 Q032"]),
        ('[design]\nstrata = "outcome"\n', ["4:2 Q032"]),
        ('[design]\nstrata = "a"\npopulation = "a"\n', ["4:2 Q032"]),
        ('[design.replicates]\ncolumns = "one"\nscale = 1\n', ["5:1 Q032"]),
        ('[design.replicates]\ncolumns = "r[1..4]"\n', ["4:9 Q032"]),
        ('[design.replicates]\ncolumns = "r[1..4]"\nscale = 0\n', ["6:1 Q032"]),
        ('[design.replicates]\ncolumns = "r[1..4]"\nscale = nan\n', ["6:1 Q032"]),
        ('[design.replicates]\ncolumns = "r[1..4]"\nscale = 1\nrscales = [1, 2]\n', ["7:1 Q032"]),
        ('[design.replicates]\ncolumns = "r[1..4]"\nscale = 1\nrscales = [1, 2, 3, -1]\n', ["7:1 Q032"]),
        ('[design.replicates]\ncolumns = "r[1..4]"\nscale = 1\nmse = "yes"\n', ["7:1 Q032"]),
        ('[deviation]\nrule = "guessed"\n', ["5:1 Q032"]),
        ('[deviation]\nrule = "tested"\npoints = 10\n', ["6:1 Q032"]),
        ("[deviation]\nlevel = 0.05\n", ["5:1 Q032"]),
        ('[deviation]\nrule = "tested"\nlevel = 5\n', ["6:1 Q032"]),
        ('[deviation]\nrule = "tested"\nfamily = "chapter"\n', ["6:1 Q032"]),
        ('[deviation]\nrule = "tested"\ncorrection = "none"\n', ["6:1 Q032"]),
        ('[intervals]\nmodel = "m"\n', ["4:2 Q032"]),
        ('[intervals]\nmodel = "m"\nassumptions = " "\n', ["6:1 Q032"]),
        ('[intervals]\nmodel = 4\nassumptions = "a"\n', ["5:1 Q032"]),
    ],
)
def test_what_cannot_be_has_a_place(tmp_path: Path, text: str, places: list[str]) -> None:
    assert wrong(tmp_path, text) == places


def test_a_tested_rule(tmp_path: Path) -> None:
    text = '[deviation]\nrule = "tested"\nlevel = 0.01\nfamily = "all"\ncorrection = "by"\n'
    study = read(tmp_path, DRAWN + text)
    rule = study.plan.deviation
    assert study.problems == ()
    assert (rule.tested, rule.level, rule.family, rule.correction) == (True, 0.01, "all", "by")


def test_a_model_switches_errors_on(tmp_path: Path) -> None:
    study = read(tmp_path, '[intervals]\nmodel = "alsof"\nassumptions = "niets"\n')
    assert study.plan.tells_errors
    assert study.plan.intervals is not None
    assert study.plan.intervals.assumptions.plain("nl") == "niets"
