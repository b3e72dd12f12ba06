"""Text that stands by a condition, and what is said of tests, margins and means where there are any."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from small_study import QUESTIONNAIRE, STUDY, compose, make_release, make_study, write

from peil.core.problem import Problem
from peil.disclose.release import Release, ReleasedTable, Status
from peil.report.compose.render import render
from peil.report.compose.tell_bound import tell_bound
from peil.report.document import Document
from peil.report.template.needs import needs
from peil.report.template.read import read_template
from peil.study.study import Study

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
TESTED = """\
[analysis]
sampling = "probability"
groups = ["employment"]

[nets.usage]
any = { title = "vaak of soms", options = ["often", "sometimes"] }

[deviation]
rule = "tested"
"""
IF = "{if significant usage: often | employment: employer}"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("drawn"), plan=TESTED, study=DUTCH)


def said(document: Document) -> str:
    return "".join(run.text for run in document.blocks[1].text)


def with_errors(found: Release, p: Mapping[str | None, float], mean: float | None = None) -> Release:
    """Give every share an interval of 6.4 points down and 6 up, every class its p, every table a mean."""

    def table_of(table: ReleasedTable) -> ReleasedTable:
        cells = tuple(
            replace(cell, low=cell.share - 0.064, high=cell.share + 0.06, p=p.get(table.group))
            if cell.share is not None
            else cell
            for cell in table.cells
        )
        return replace(table, cells=cells, mean=mean if table.n else None)

    return replace(found, tables=tuple(table_of(table) for table in found.tables))


def drawn_compose(
    study: Study, text: str, p: Mapping[str | None, float] | None = None
) -> tuple[Document, list[Problem]]:
    write(study.folder, text)
    template, problems = read_template(study.folder, study, "nl")
    released = with_errors(make_release(study, template), p or {}, 7.25)
    document, more = render(study, released, template)
    return document, [*problems, *more]


@pytest.mark.parametrize(
    "binding",
    [
        "[30% (± 6)]{= usage: often}",
        "[30% ± 6]{= usage: often}",
        "[30% (± 6,2)]{= usage: often}",
        "[30% (± 6 procentpunt)]{= usage: often}",
        "[30% (n = 130; ± 6)]{= usage: often}",
        "[30% (95%-BI 24–36%)]{= usage: often}",
        "[30% (n = 130, 95%-betrouwbaarheidsinterval 24–36%)]{= usage: often}",
        "[30,0% (95%-BI 23,6–36,0%)]{= usage: often}",
        "[6 procentpunten]{= margin usage: often}",
        "[24–36%]{= interval usage: often}",
        "[24 tot 36%]{= interval usage: often}",
        "[p = 0,03]{= p usage: often | employment: employer}",
        "[p = 0,028]{= p usage: often | employment: employer}",
        "[p < 0,05]{= p usage: often | employment: employer}",
        "[p < 0,001]{= p usage: often | employment: zzp}",
        "[0,03]{= p usage: often | employment: employer}",
    ],
)
def test_margins_and_p_values_of_a_drawn_sample(drawn, binding) -> None:
    document, problems = drawn_compose(
        drawn, f"# T {{findings}}\n\n{binding}\n", {"employer": 0.028, "zzp": 0.0004}
    )
    assert problems == []
    assert said(document) == binding[1 : binding.index("]")]


@pytest.mark.parametrize(
    ("binding", "expected"),
    [
        ("[30% (± 7)]{= usage: often}", "30% (± 6)"),
        ("[30% (95%-BI 24–37%)]{= usage: often}", "30% (95%-BI 24–36%)"),
        ("[31% (n = 130; ± 6,0)]{= usage: often}", "30% (n = 130; ± 6,2)"),
        ("[5 procentpunten]{= margin usage: often}", "6 procentpunt"),
        ("[20–36%]{= interval usage: often}", "24–36%"),
        ("[p = 0,04]{= p usage: often | employment: employer}", "p = 0,028"),
        ("[p < 0,01]{= p usage: often | employment: employer}", "p = 0,028"),
    ],
)
def test_margins_and_p_values_that_changed(drawn, binding, expected) -> None:
    _, problems = drawn_compose(drawn, f"# T {{findings}}\n\n{binding}\n", {"employer": 0.028})
    assert [(problem.code, problem.expected) for problem in problems] == [("R001", expected)]


def test_a_p_that_nobody_computed_says_why(drawn) -> None:
    _, problems = drawn_compose(drawn, "# T\n\n[p = 0,03]{= p usage: often | employment: employer}\n")
    assert (
        problems[0].message == "There is no test that says this: this answer of this class can't be tested."
    )


@pytest.mark.parametrize(("p", "words"), [(0.05, "het is significant"), (0.051, "het is niet significant")])
def test_significant_by_the_plans_level(drawn, p, words) -> None:
    text = f"# T {{findings}}\n\nHet verschil: [het is significant]{IF}[het is niet significant]{{else}}.\n"
    document, problems = drawn_compose(drawn, text, {"employer": p})
    assert problems == []
    assert said(document) == f"Het verschil: {words}."
    assert "verschil met de rest" in document.blocks[1].text[1].origin


def test_significance_without_a_test_is_a_problem_and_neither_text_is_printed(study) -> None:
    document, problems = compose(study, f"# T\n\n[ja]{IF}[nee]{{else}}\n")
    assert "\n".join(str(problem) for problem in problems) == (
        "report/1.md:3:1  R026  There is no test that says this: respondents came by themselves, and "
        "plan.toml names no model ([intervals]). Leave the test out, or have groups tested by the deviation "
        "rule in plan.toml."
    )
    assert said(document) == "[niet getoond]"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("claim usage: often < 50%", True),
        ("claim usage: often > 50%", False),
        ("not claim usage: often > 50%", True),
        ("deviating usage: often by employment", True),
        ("deviating usage: dk by employment", False),
        ("deviating usage: often by employment is employer", True),
        ("deviating usage: often by employment is none", False),
        ("deviating usage: often | employment: employer", True),
        ("deviating usage: often | employment: employee", False),
        ("shown usage: often | employment: employer", True),
        ("shown usage: often | employment: other", False),
    ],
)
def test_the_text_that_stands_follows_the_condition(study, condition, holds) -> None:
    text = f"# T {{findings}}\n\nX[, **ja**]{{if {condition}}}[, nee]{{else}} y[ alleen]{{if {condition}}}.\n"
    document, problems = compose(study, text)
    assert problems == []
    assert said(document) == ("X, ja y alleen." if holds else "X, nee y.")
    bold = [run.text for run in document.blocks[1].text if run.bold]
    assert bold == (["ja"] if holds else [])


def test_only_the_text_that_stands_is_checked_and_both_are_tabulated(study) -> None:
    text = (
        "# T {findings}\n\n[[31%]{= usage: often} ja]{if claim usage: often > 50%}"
        "[[46%]{= usage: often | employment: employer} nee]{else}\n"
    )
    document, problems = compose(study, text)
    assert problems == []
    assert said(document) == "46% nee"
    assert document.blocks[1].text[0].origin.startswith("Vraag 6; Vaak; werkgever; 13 van 28")
    assert [(spec.item, spec.by) for spec in needs(read_template(study.folder, study, "nl")[0])] == [
        ("usage", None),
        ("usage", "employment"),
    ]
    _, problems = compose(study, text.replace("46%", "45%"))
    assert [(problem.code, problem.span.column) for problem in problems] == [("R001", 57)]


@pytest.mark.parametrize(
    ("state", "code"), [("; holds", []), ("; fails", ["R028"]), ("", [])], ids=["holds", "fails", "unsaid"]
)
def test_a_stated_condition_that_turned_around_is_a_problem(study, state, code) -> None:
    text = f"# T\n\n[ja]{{if claim usage: often < 50%{state}}}[nee]{{else}}\n"
    document, problems = compose(study, text)
    assert [problem.code for problem in problems] == code
    assert said(document) == "ja"


def test_each_conditional_text_is_told_with_what_stands(study) -> None:
    write(study.folder, "# T\n\nA. B [ja]{if claim usage: often > 50%; holds}[nee]{else}, ook. C.\n")
    template, _ = read_template(study.folder, study, "nl")
    told = tell_bound(study, make_release(study, template), template)
    (branch,) = told.branches
    assert (branch.condition, branch.holds, branch.printed) == ("claim usage: often > 50%", False, "nee")
    (one,) = told.disagreements
    assert (one.kind.value, one.sentence) == ("untrue", "B nee, ook.")
    assert (one.old, one.new) == ("claim usage: often > 50%; holds", "claim usage: often > 50%; fails")


def test_a_hidden_condition_prints_neither_text(study) -> None:
    text = "# T\n\n[ja]{if claim usage: often > 1% | employment: other}[nee]{else}\n"
    document, problems = compose(study, text)
    assert [problem.code for problem in problems] == ["R007"]
    assert said(document) == "[niet getoond]"


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        ("{if usage: often}", '"usage: often" is no condition.'),
        ("{if claim usage: often}", "The claim states no bound."),
        ("{if significant usage: often}", "It names no group to hold against the rest."),
        ("{if claim usage: often > 1; maybe}", '"maybe" doesn\'t say whether it holds.'),
        ("{if deviating usage: often + never | employment: zzp}", "A deviation is of one option."),
    ],
)
def test_a_condition_that_cant_be_read_is_one_problem(study, mark, message) -> None:
    _, problems = compose(study, f"# T\n\n[ja]{mark}\n")
    assert [(problem.code, problem.message) for problem in problems] == [("R012", message)]


def test_marks_of_conditions_that_belong_to_no_text_are_problems(study) -> None:
    _, problems = compose(study, "# T\n\nja {if claim usage: often > 1} en [nee]{else}\n")
    assert [(problem.code, problem.span.column) for problem in problems] == [("R012", 4), ("R012", 40)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[een verschil dat significant is]{if shown usage: often}", []),
        ("[wat vaker is]{if shown usage: often}", ["R010"]),
        ("[46% en dus meer]{if shown usage: often}", ["R009", "R010"]),
        ("[a]{if shown usage: often}[46%]{else}", ["R009"]),
        ("[een kwart of meer]{if claim usage: often > 25}[minder]{else}", []),
        ("[[30%]{= usage: often}]{if shown usage: often}", []),
        ("Dat is significant.", ["R010"]),
    ],
)
def test_what_a_conditional_text_must_bind(study, text, found) -> None:
    _, problems = compose(study, f"# T {{findings}}\n\n{text}\n")
    assert [problem.code for problem in problems] == found


def test_headings_captions_lists_notes_and_tables_can_hold_them(study) -> None:
    mark = "[ja]{if claim usage: often > 1}[nee]{else}"
    text = (
        f"# K {mark} {{#k}}\n\nZie {{@k}}.[^1] {mark}\n\n[^1]: N {mark}\n\n- L {mark}\n\n"
        f"| a |\n|---|\n| {mark} |\n\n"
        f"::: figure f\nC {mark}\nshow: usage\nnote: O {mark}\n:::\n"
    )
    document, problems = compose(study, text)
    assert problems == []
    assert "nee" not in repr(document)
    assert [run.text for run in document.blocks[0].text] == ["K ", "ja"]
    assert document.blocks[0].anchor == "k"


def test_languages_must_have_the_same_conditions(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    write(study.folder, "# T\n\n[ja]{if claim usage: often > 50%}[nee]{else}\n")
    write(study.folder, "# T\n\n[yes]{if claim usage:  often > 50%; fails}[no]{else}\n", "en")
    assert read_template(study.folder, study, "en")[1] == ()
    write(study.folder, "# T\n\n[yes]{if claim usage: often > 40%}[no]{else}\n", "en")
    codes = [problem.code for problem in read_template(study.folder, study, "en")[1]]
    assert codes == ["R022", "R022"]


def with_hidden_cell(found: Release, option: str) -> Release:
    """Hide one option in every table, as the gate does to protect another cell; all tables have a mean."""

    def table_of(table: ReleasedTable) -> ReleasedTable:
        cells = tuple(
            replace(cell, n=None, share=None, status=Status.SUPPRESSED) if cell.option == option else cell
            for cell in table.cells
        )
        return replace(table, cells=cells, mean=7.25)

    return replace(found, tables=tuple(table_of(table) for table in found.tables))


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("top 1 usage", ["R007"]),
        ("list top 1 usage", ["R007"]),
        ("mode usage", ["R007"]),
        ("rank usage: sometimes", ["R007"]),
        ("difference usage: sometimes vs usage: dk", ["R007"]),
        ("ratio usage: sometimes vs usage: dk", ["R007"]),
        ("trend usage: dk to usage: sometimes", ["R007"]),
        ("count usage: dk", ["R007"]),
        ("claim count usage: dk > 1", ["R007"]),
        ("claim usage: sometimes > 1%", []),
        ("difference usage: sometimes vs usage: never", ["R014"]),
    ],
)
def test_a_single_hidden_cell_hides_what_is_about_it(study, value, codes) -> None:
    write(study.folder, f"# T\n\n[x]{{= {value}}}\n")
    template, _ = read_template(study.folder, study, "nl")
    document, problems = render(study, with_hidden_cell(make_release(study, template), "dk"), template)
    assert [problem.code for problem in problems] == codes
    assert said(document) == ("[niet getoond]" if codes == ["R007"] else "x")


def test_a_class_with_a_hidden_cell_has_no_mode_to_deviate_by(study) -> None:
    # Employers mostly chose often, everybody sometimes; the plan's points alone wouldn't set them apart.
    counts = {
        "usage": {
            None: {"often": 50, "sometimes": 60, "never": 20, "dk": 10},
            "employer": {"often": 20, "sometimes": 19, "never": 5, "dk": 6},
        }
    }
    write(study.folder, "# T\n\n[werkgever]{= deviating usage: often by employment}\n")
    template, _ = read_template(study.folder, study, "nl")
    whole = make_release(study, template, counts)
    assert render(study, whole, template)[1] == ()
    hidden = with_hidden_cell(whole, "dk")
    assert [problem.expected for problem in render(study, hidden, template)[1]] == ["geen"]


def test_a_mean_of_a_table_with_a_hidden_cell_is_hidden(tmp_path: Path) -> None:
    scale = QUESTIONNAIRE + "\n## mood  {scale 1..3}\nHoe gaat het?\n"
    study = make_study(tmp_path, questionnaire=scale, study=DUTCH)
    counts = {"mood": {None: {"1": 20, "2": 20, "3": 20}}}
    write(study.folder, "# T\n\n[7,3]{= mean mood} [hoog]{= claim mean mood > 7}\n")
    template, _ = read_template(study.folder, study, "nl")
    whole = make_release(study, template, counts)
    shown = replace(whole, tables=tuple(replace(table, mean=7.25) for table in whole.tables))
    document, problems = render(study, shown, template)
    assert problems == ()
    assert document.blocks[1].text[0].origin.startswith("Vraag mood; gemiddelde 7,25; n = 60")
    document, problems = render(study, with_hidden_cell(whole, "2"), template)
    assert [problem.code for problem in problems] == ["R007", "R007"]
    assert said(document) == "[niet getoond] [niet getoond]"
