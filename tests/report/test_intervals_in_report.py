"""What a report says of intervals and tests: of a drawn sample, by a model, and of a self-selected one."""

from pathlib import Path

import pytest
from small_study import COUNTS, STUDY, catalogue, compose, make_study

from peil.core.rule import Rule
from peil.disclose.gate import release
from peil.fieldwork.facts import Facts
from peil.report.compose.render import render
from peil.report.document import Document, Paragraph
from peil.report.problems import SEVERAL_TESTED, UNTOLD_MODEL
from peil.report.template.needs import needs
from peil.report.template.read import read_template
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.table import BaseCount, Cell, GroupTest, Table

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
METHOD = "# Methode\n\n::: intervals\n:::\n"
SELF_SELECTED = '[analysis]\nsampling = "self_selected"\ngroups = ["employment"]\n'
MODEL = """
[intervals]
model = "alsof er aselect is getrokken"
assumptions = "of iemand meedoet, heeft niets met de antwoorden te maken"
"""
DRAWN = """\
[analysis]
sampling = "probability"
groups = ["employment"]

[nets.usage]
any = { title = "vaak of soms", options = ["often", "sometimes"] }

[design]
strata = "region"
psu = "school"
population = ["schools"]
"""
TESTED = (
    DRAWN
    + """
[deviation]
rule = "tested"
level = 0.1
family = "item"
correction = "bh"
"""
)
WORDS = ("marge", "interval", "significant", "betrouwbaar")


def said(document: Document) -> str:
    texts = (block.text for block in document.blocks if isinstance(block, Paragraph))
    return " ".join("".join(run.text for run in text) for text in texts)


def told(folder: Path, plan: str) -> str:
    document, problems = compose(make_study(folder, plan=plan, study=DUTCH), METHOD)
    assert problems == []
    return said(document)


def test_a_self_selected_sample_is_told_to_have_none(tmp_path) -> None:
    assert told(tmp_path, SELF_SELECTED) == (
        "De deelnemers hebben zichzelf aangemeld. Niemand trok hen uit een groep mensen, dus marges, "
        "betrouwbaarheidsintervallen en toetsen zeggen hier niets en worden niet gegeven."
    )


def test_a_model_is_printed_with_its_assumptions(tmp_path) -> None:
    words = told(tmp_path, SELF_SELECTED + MODEL)
    assert "Intervallen berusten op een model: alsof er aselect is getrokken." in words
    assert "als dit waar is: of iemand meedoet, heeft niets met de antwoorden te maken." in words
    assert "steekproef" not in words.split("zelf")[0]


def test_a_design_and_its_tests_are_told(tmp_path) -> None:
    words = told(tmp_path, TESTED)
    assert words.startswith(
        "De deelnemers komen uit een aselecte steekproef. Er is per stratum getrokken. Er zijn groepen"
    )
    assert "p van hooguit 0,1 na correctie (Benjamini-Hochberg) over alle groepen waarnaar" in words


def test_a_report_that_keeps_its_model_to_itself_is_wrong(tmp_path) -> None:
    study = make_study(tmp_path, plan=SELF_SELECTED + MODEL, study=DUTCH)
    _, problems = compose(study, "# T\n\nTekst.\n")
    assert [(problem.code, str(problem.span)) for problem in problems] == [("R024", "report/1.md")]
    _, problems = compose(study, METHOD)
    assert problems == []


@pytest.mark.parametrize("rule", [UNTOLD_MODEL, SEVERAL_TESTED], ids=lambda rule: rule.name)
def test_bad_example_has_the_problem_and_good_one_has_none(rule: Rule, tmp_path) -> None:
    study = make_study(tmp_path, plan=rule.around["plan.toml"], study=DUTCH.replace('"nl"', '"en"'))
    _, bad = compose(study, rule.bad, "en")
    assert [problem.code for problem in bad] == [rule.code]
    _, good = compose(study, rule.good, "en")
    assert [problem.code for problem in good] == []


def rendered(study: Study, text: str, p: dict[str, float | None]) -> tuple[str, str, list[str]]:
    """Compose a text over tables in which a group's share of "often" was tested with this p."""
    (study.folder / "report").mkdir(exist_ok=True)
    (study.folder / "report/1.md").write_text(text, encoding="utf-8")
    template, problems = read_template(study.folder, study, "nl")
    tables = []
    for spec in needs(template):
        tables += tables_of(study, spec, p)
    document, more = render(study, release(study, tuple(tables), FACTS, "", secondary=False), template)
    runs = [run for block in document.blocks if isinstance(block, Paragraph) for run in block.text]
    origin = next((run.origin for run in runs if run.origin), "")
    return said(document), origin, [f"{one.code} {one.hint}" for one in (*problems, *more)]


FACTS = Facts(150, 130, 91, {"usage": 130}, synthetic=False)


def tables_of(study: Study, spec: TableSpec, p: dict[str, float | None]) -> list[Table]:
    groups = [None] if spec.by is None else study.codebook.items[spec.by].option_ids
    found = []
    for group in groups:
        counts = COUNTS["usage"][group]
        n = sum(count for option, count in counts.items() if ":" not in option)
        cells = tuple(
            Cell(option, count, count / n, p=p.get(group or "") if option == "often" else None)
            for option, count in counts.items()
        )
        test = GroupTest("t", "usage by employment", "holm", 3, 0.05, "A") if group else None
        found.append(Table(spec, "usage", "usage", group, BaseCount(n, n, "wie"), cells, test=test))
    return found


def test_the_tested_rule_says_which_groups_deviate(tmp_path) -> None:
    study = make_study(tmp_path, plan=TESTED, study=DUTCH)
    text = "# T  {findings}\n\n[werkgever]{= deviating usage: often by employment} wijkt af.\n"
    # By the descriptive rule employers and the self-employed would lie 16 and 7 points away.
    words, origin, problems = rendered(study, text, {"employer": 0.04, "zzp": 0.3, "employee": None})
    assert (words, problems) == ("werkgever wijkt af.", [])
    assert origin.endswith(
        "wijkt af van de rest (p van hooguit 0,1, gecorrigeerd volgens Benjamini-Hochberg)"
    )
    _, _, problems = rendered(study, text, {"employer": 0.2, "zzp": 0.01})
    assert problems == ['R006 Print "zelfstandige", or mend the sentence.']


def test_a_base_under_the_minimum_never_deviates(tmp_path) -> None:
    study = make_study(tmp_path, plan=TESTED, study=DUTCH)
    text = "# T  {findings}\n\n[geen]{= deviating usage: often by employment} wijkt af.\n"
    assert rendered(study, text, {"other": 0.0001})[2] == []


def test_the_descriptive_rule_looks_at_no_p(tmp_path) -> None:
    study = make_study(tmp_path, plan=SELF_SELECTED, study=DUTCH)
    text = "# T  {findings}\n\n[werkgever]{= deviating usage: often by employment} wijkt af.\n"
    words, origin, problems = rendered(study, text, {"zzp": 0.0001})
    assert problems == []
    assert not any(word in (words + origin).lower() for word in WORDS)


def test_a_model_is_translated(tmp_path) -> None:
    study = make_study(tmp_path, plan=SELF_SELECTED + MODEL, study=DUTCH)
    assert study.plan.intervals is not None
    assert study.plan.intervals.model.path == "plan.intervals.model"
    (tmp_path / "study.toml").write_text(STUDY, encoding="utf-8")
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations/en.po").write_text(catalogue(), encoding="utf-8")
    paths = {path for _, path in read_study(tmp_path).untranslated}
    assert {"plan.intervals.model", "plan.intervals.assumptions"} <= paths
