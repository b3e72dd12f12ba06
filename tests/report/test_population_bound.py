"""Words that are bound to a population, and what is wrong in a text about one."""

from dataclasses import replace
from pathlib import Path

import pytest
from composed_population import BLOCK, composed, everything, study_with, tables
from small_study import STUDY, Counts, make_release, make_study, write

from peil.compare.beside_populations import beside_populations
from peil.core.rule import Rule
from peil.report.compose.tell_bound import tell_bound
from peil.report.disagreement import Kind
from peil.report.population_problems import POPULATION_RULES
from peil.report.template.read import read_template


def test_a_population_without_any_class_that_is_shown_is_a_problem(tmp_path: Path) -> None:
    few: Counts = {"employment": {None: {"employer": 3, "employee": 2, "zzp": 2, "other": 2}}}
    _, problems = composed(study_with(tmp_path), BLOCK, counts=few)
    assert [problem.code for problem in problems] == ["R007"]


def test_bound_words_are_checked_and_mended(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    text = (
        "# T  {findings}\n\nWerkgevers: [11%]{= population cbs: employer}, "
        "[een tiende]{= population cbs: employer}, [54,5%]{= population cbs: employee}, "
        "[54,50%]{= population cbs: employee}, "
        "[9 procentpunten]{= difference population cbs: employer}, "
        "[ver]{= claim population cbs: employer > 10}, [dichtbij]{= claim population cbs: employer < 5}.\n"
    )
    write(study.folder, text)
    template, problems = read_template(study.folder, study, "nl")
    assert problems == ()
    release = make_release(study, template)
    release = replace(release, populations=beside_populations(study, release))
    found = tell_bound(study, release, template).disagreements
    assert [(one.kind, one.old, one.new) for one in found] == [
        (Kind.CHANGED, "11%", "10%"),
        (Kind.CHANGED, "54,50%", "54,5%"),
        (Kind.CHANGED, "9 procentpunten", "12 procentpunten"),
        (Kind.UNTRUE, "dichtbij", "11,5 procentpunt"),
    ]


def test_a_claim_that_rounding_leaves_open_does_not_hold(tmp_path: Path) -> None:
    """28 of 130 against 10%, which may be 9.5: between 11.04 and 12.04 points."""
    study = study_with(tmp_path)
    claims = {"> 11": True, "> 11.5": False, "< 11.5": False, "< 12.5": True, "> 12.5": False}
    for claim, holds in claims.items():
        _, problems = composed(study, f"# T\n\n[ver]{{= claim population cbs: employer {claim}}}\n")
        assert (problems == []) == holds, claim
    _, problems = composed(study, "# T\n\n[ver]{= claim population cbs: employer > 11.5}\n")
    assert "rounding leaves open" in problems[0].message


@pytest.mark.parametrize("rule", POPULATION_RULES, ids=lambda rule: rule.name)
def test_bad_example_has_the_problem_and_good_one_has_none(rule: Rule, tmp_path: Path) -> None:
    for name, text in rule.around.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    study = make_study(tmp_path, study=STUDY.replace('["nl", "en"]', '["nl"]'))
    document, bad = composed(study, rule.bad)
    assert [problem.code for problem in bad] == [rule.code]
    assert bad[0].hint
    assert "[niet getoond]" in "\n".join(everything(document))
    assert composed(study, rule.good.replace("points", "procentpunten"))[1] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("::: population\n:::", "R013"),
        ("::: population cbs more\n:::", "R013"),
        ("::: population cbx\n:::", "R008"),
        ("::: population cbs\nheadline: usage: often\n:::", "R013"),
        ("::: population cbs\nheadlines: usage: oftn\n:::", "R008"),
        ("::: population cbs\nheadlines: usage: often | employment: zzp\n:::", "R013"),
        ("::: population cbs\nheadlines: usage: blank\n:::", "R012"),
        ("[1%]{= population cbs}", "R012"),
        ("[1%]{= population cbx: zzp}", "R008"),
        ("[1%]{= population cbs: zpz}", "R008"),
        ("[1]{= difference population cbs: zpz}", "R008"),
        ("[x]{= claim population cbs: zzp}", "R012"),
        ("[x]{if claim population cbs: zzp > 10}", "R012"),
    ],
)
def test_what_can_not_be_read_is_told(text: str, code: str, tmp_path: Path) -> None:
    _, problems = composed(study_with(tmp_path), f"# T\n\n{text}\n")
    assert [problem.code for problem in problems] == [code]
    assert problems[0].span.line >= 3
    assert problems[0].hint


def test_tables_are_numbered_among_the_others_and_can_be_referred_to(tmp_path: Path) -> None:
    text = (
        "# T\n\nZie {@population-cbs} en {@last}.\n\n::: population cbs\nheadlines: usage: often\n:::\n\n"
        "::: table last\nGebruik\nshow: usage\n:::\n"
    )
    document, problems = composed(study_with(tmp_path), text)
    assert problems == []
    assert [(table.number, table.anchor) for table in tables(document)] == [
        (1, "population-cbs"),
        (2, "population-cbs-weights"),
        (3, "last"),
    ]
    assert "Zie Tabel 1 en Tabel 3." in "\n".join(everything(document))
