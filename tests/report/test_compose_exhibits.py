"""Figures and tables: what is drawn, in which order, from which numbers, and what is said about them."""

import datetime as dt
from dataclasses import replace

import pytest
from small_study import COUNTS, FACTS, Counts, compose, make_study

from peil.disclose.release import Release
from peil.fieldwork.amended import Amended, CountedAs, LeftOut
from peil.report.chart import Chart, ChartKind
from peil.report.compose.annex import response_grid
from peil.report.compose.labels import Labels
from peil.report.document import Figure, Grid, NumberedTable
from peil.study.study import Study


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def exhibit(
    study: Study, kind: str, *lines: str, language: str = "nl", counts: Counts = COUNTS
) -> Figure | NumberedTable:
    text = "\n".join(("# T", "", f"::: {kind} x", "Titel", *lines, ":::", ""))
    document, problems = compose(study, text, language, counts)
    assert [problem for problem in problems if problem.code != "R019"] == []
    return document.blocks[1]


def printed(chart: Chart) -> dict[str, list[str]]:
    return {series.name: [bar.printed for bar in series.bars] for series in chart.series}


def rows(grid: Grid) -> list[list[str]]:
    return [["".join(run.text for run in cell.text) for cell in row] for row in (*grid.head, *grid.body)]


def notes(block: Figure | NumberedTable) -> list[str]:
    return ["".join(run.text for run in line) for line in block.notes]


def test_bars_of_one_item(study) -> None:
    figure = exhibit(study, "figure", "show: usage")
    assert isinstance(figure, Figure)
    assert figure.chart.kind is ChartKind.BARS
    assert figure.chart.categories == ("Vaak", "Soms", "Nooit", "Weet ik niet")
    assert printed(figure.chart) == {"percentage": ["30%", "35%", "27%", "8%"]}
    assert figure.chart.muted == {3}
    assert [bar.share for bar in figure.chart.series[0].bars] == [39 / 130, 46 / 130, 35 / 130, 10 / 130]
    assert (figure.caption, figure.source, figure.base) == (
        "Titel",
        "Vraag 6, n = 130",
        "Basis: wie de vraag beantwoordde.",
    )
    assert (figure.notes, figure.cautions) == ((), "")
    assert rows(figure.data) == [
        ["", "aantal", "percentage"],
        ["Vaak", "39", "30%"],
        ["Soms", "46", "35%"],
        ["Nooit", "35", "27%"],
        ["Weet ik niet", "10", "8%"],
    ]
    assert figure.chart.description == (
        "Staafdiagram met een staaf per antwoord. Totaal (n = 130): het meest gekozen is Soms (35%)."
    )


def test_sorted_by_share_the_missing_options_stay_last(study) -> None:
    counts = {**COUNTS, "usage": {None: {"often": 20, "sometimes": 10, "never": 30, "dk": 40}}}
    figure = exhibit(study, "figure", "show: usage", "sort: share", counts=counts)
    assert figure.chart.categories == ("Nooit", "Vaak", "Soms", "Weet ik niet")


def test_stacked_by_a_group_puts_the_total_first_and_leaves_small_classes_out(study) -> None:
    lines = ("show: usage", "by: employment", "note: Let op.", "chart: stacked", "note: *Ook*\n  dit.")
    figure = exhibit(study, "figure", *lines)
    chart = figure.chart
    assert chart.kind is ChartKind.STACKED
    assert chart.categories == (
        "Totaal (n = 130)",
        "werkgever (n = 28)",
        "werknemer (n = 25)",
        "zelfstandige (n = 71)",
    )
    assert printed(chart)["Vaak"] == ["30%", "46%", "28%", "23%"]
    assert [series.neutral for series in chart.series] == [False, False, False, True]
    assert [bar.indicative for bar in chart.series[0].bars] == [False, True, True, False]
    assert notes(figure) == ["Let op.", "Ook dit."]
    assert figure.cautions == (
        "Niet getoond: anders (minder dan 10 respondenten). * = indicatief (10 tot en met 29 respondenten)."
    )
    assert rows(figure.data)[2][:2] == ["werkgever (n = 28)", "46%*"]
    assert "werkgever (n = 28): het meest gekozen is Vaak (46%)" in chart.description


def test_only_shows_some_classes_in_the_order_given(study) -> None:
    figure = exhibit(
        study, "figure", "show: usage", "by: employment", "chart: stacked", "only: zzp, other, employer"
    )
    assert figure.chart.categories == ("Totaal (n = 130)", "zelfstandige (n = 71)", "werkgever (n = 28)")
    assert "Niet getoond: anders" in figure.cautions


def test_grouped_by_a_group_has_a_series_for_each_class(study) -> None:
    chart = exhibit(study, "figure", "show: reasons", "by: employment").chart
    assert chart.kind is ChartKind.GROUPED
    assert chart.categories == ("Sneller werken", "Betere kwaliteit", "Anders", "Geen van deze")
    assert list(printed(chart)) == [
        "Totaal (n = 95)",
        "werkgever (n = 22)",
        "werknemer (n = 17)",
        "zelfstandige (n = 48)",
    ]


def test_a_matrix_has_its_rows_down_the_side_with_n_where_they_differ(study) -> None:
    figure = exhibit(study, "figure", "show: ability.*", "chart: stacked")
    assert figure.chart.categories == (
        "E-mail schrijven (n = 100)",
        "Muziek maken (n = 100)",
        "Werk verdelen (n = 15)",
    )
    assert figure.source == "Vraag 23, n = 15–100"
    assert printed(figure.chart)["Slechter"] == ["20%", "60%", "53%"]


def test_a_matrix_sorted_by_share_sorts_its_rows(study) -> None:
    chart = exhibit(study, "figure", "show: ability", "chart: stacked", "sort: share").chart
    assert [label.split(" (")[0] for label in chart.categories] == [
        "Muziek maken",
        "Werk verdelen",
        "E-mail schrijven",
    ]


def test_a_base_without_missing_leaves_the_option_out(study) -> None:
    counts = {**COUNTS, "usage": {None: {"often": 60, "sometimes": 30, "never": 10}}}
    figure = exhibit(study, "figure", "show: usage", "base: without missing", counts=counts)
    assert figure.chart.categories == ("Vaak", "Soms", "Nooit")


def test_a_hidden_total_is_a_problem_and_shows_no_number(study) -> None:
    counts = {**COUNTS, "usage": {None: {"often": 4, "sometimes": 3, "never": 1, "dk": 0}}}
    text = "# T\n\n::: figure x\nTitel\nshow: usage\n:::\n\n::: table y\nTitel\nshow: usage\n:::\n"
    document, problems = compose(study, text, counts=counts)
    assert [problem.code for problem in problems] == ["R007", "R007"]
    figure, table = document.blocks[1:]
    assert [bar.share for bar in figure.chart.series[0].bars] == [None] * 4
    assert figure.source == "Vraag 6"
    assert rows(table.grid)[1:] == [[name, "–", "–"] for name in ("Vaak", "Soms", "Nooit", "Weet ik niet")]
    assert "50%" not in repr(document)


def test_a_composition_has_a_block_for_each_item(study) -> None:
    table = exhibit(study, "table", "show: employment, user")
    assert isinstance(table, NumberedTable)
    assert rows(table.grid) == [
        ["", "n", "%"],
        ["Wat bent u?"],
        ["werkgever", "28", "22%"],
        ["werknemer", "25", "19%"],
        ["zelfstandige", "71", "55%"],
        ["anders", "6", "5%"],
        ["Gebruikt AI"],
        ["ja", "85", "65%"],
        ["nee", "45", "35%"],
    ]
    assert table.grid.body[0][0].columns == 3
    assert table.source == "Vragen 1 en 6, n = 130"


def test_a_matrix_table_has_options_as_columns_and_marks_extremes_of_each_row(study) -> None:
    table = exhibit(study, "table", "show: ability", "mark: extremes")
    assert rows(table.grid) == [
        ["", "n", "Slechter", "Even goed", "Beter", "Weet ik niet"],
        ["E-mail schrijven", "100", "20%", "30%", "30%", "20%"],
        ["Muziek maken", "100", "60%", "12%", "4%", "24%"],
        ["Werk verdelen", "15", "53%", "13%", "7%", "27%"],
    ]
    assert [[cell.mark for cell in row[2:]] for row in table.grid.body] == [
        ["laagste", "hoogste", "hoogste", ""],
        ["hoogste", "", "laagste", ""],
        ["hoogste", "", "laagste", ""],
    ]


def test_a_table_by_a_group_has_classes_as_columns_and_never_marks_the_total(study) -> None:
    table = exhibit(
        study, "table", "show: usage", "by: employment", "mark: extremes", "columns: both", language="en"
    )
    assert rows(table.grid)[0] == [
        "",
        "Total (n = 130), n",
        "Total (n = 130), %",
        "employer (n = 28), n",
        "employer (n = 28), %",
        "employee (n = 25), n",
        "employee (n = 25), %",
        "self-employed (n = 71), n",
        "self-employed (n = 71), %",
    ]
    assert [cell.mark for cell in table.grid.body[0]] == ["", "", "", "", "highest", "", "", "", "lowest"]


def test_columns_can_hold_counts_alone(study) -> None:
    table = exhibit(study, "table", "show: usage", "columns: counts")
    assert rows(table.grid)[:2] == [["", "n"], ["Vaak", "39"]]


def test_a_class_that_is_hidden_in_one_row_alone_shows_the_sign(study) -> None:
    ability = {"worse": 10, "equal": 5, "better": 3, "dk": 2}
    counts = {
        **COUNTS,
        "ability.mail": {None: ability, "employer": ability, "zzp": ability},
        "ability.music": {
            None: ability,
            "employer": {"worse": 4, "equal": 1, "better": 0, "dk": 0},
            "zzp": ability,
        },
    }
    table = exhibit(study, "table", "show: ability.mail, ability.music", "by: employment", counts=counts)
    assert rows(table.grid)[0] == ["", "Totaal", "werkgever", "zelfstandige"]
    assert [row[2] for row in rows(table.grid) if row[0] == "Slechter"] == ["50%", "–"]
    assert "80%" not in repr(table)
    assert table.cautions.endswith("– = niet getoond.")


def test_a_hidden_share_may_be_the_extreme_so_nothing_is_marked(study) -> None:
    many, few = {"worse": 9, "equal": 6, "better": 3, "dk": 2}, {"worse": 4, "equal": 1, "better": 0, "dk": 0}
    other = {"worse": 2, "equal": 6, "better": 9, "dk": 3}
    counts = {
        **COUNTS,
        "ability.mail": {None: many, "employer": many, "employee": many, "zzp": other},
        "ability.music": {None: many, "employer": many, "employee": few, "zzp": other},
    }
    show = ("show: ability.mail, ability.music", "by: employment", "mark: extremes")
    table = exhibit(study, "table", *show, counts=counts)
    marks = [[cell.mark for cell in row[1:]] for row in table.grid.body if row[0].text[0].text == "Slechter"]
    assert marks == [["", "hoogste", "hoogste", "laagste"], ["", "", "", ""]]


def test_a_derived_variable_names_the_question_it_is_made_from(study) -> None:
    assert exhibit(study, "figure", "show: user").source == "Vraag 6, n = 130"


def test_the_response_table_says_how_many_came_how_far(study) -> None:
    document, problems = compose(study, "# T\n\n::: response\n:::\n")
    assert problems == []
    table = document.blocks[1]
    assert (table.number, table.anchor, table.caption) == (1, "response", "Respons")
    assert rows(table.grid) == [
        ["", "Aantal"],
        ["Ingevulde of begonnen vragenlijsten", "150"],
        ["Meegenomen in de analyse", "130"],
        ["Waarvan gekomen tot: Gebruik van AI", "130"],
        ["Waarvan volledig ingevuld", "91"],
    ]


def test_a_sentence_can_name_what_was_left_out_and_is_held_to_it(study) -> None:
    facts = replace(FACTS, amended=Amended((LeftOut(dt.date(2026, 3, 1), "Proef", 3),), quota_full=12))
    text = "# T\n\nEr vielen er [{}]{{= fact excluded}} en [12]{{= fact turned_away}} af.\n"
    assert compose(study, text.format("3"), facts=facts)[1] == []
    assert [one.code for one in compose(study, text.format("4"), facts=facts)[1]] == ["R001"]


def test_the_response_table_says_what_was_left_out_and_counted_otherwise_when_and_why(study) -> None:
    day, later = dt.date(2026, 3, 1), dt.date(2026, 3, 2)
    amended = Amended(
        (LeftOut(day, "Proefinvulling", 2), LeftOut(later, "Dubbel ingevuld", 1)),
        (
            CountedAs("usage", "other", "often", later, "Elke dag is vaak", 3),
            CountedAs("usage", "other", "never", later, "Nooit is nooit", 0),
        ),
        quota_full=12,
    )
    facts = replace(FACTS, amended=amended)
    released = Release((), facts, study.plan.disclosure, "")
    grid = response_grid(released, Labels(study, "nl"))
    assert rows(grid)[1:5] == [
        ["Ingevulde of begonnen vragenlijsten", "150"],
        ["Waarvan niet verder gegaan omdat er al genoeg waren", "12"],
        ["Waarvan buiten de analyse gelaten (1 maart 2026): Proefinvulling", "2"],
        ["Waarvan buiten de analyse gelaten (2 maart 2026): Dubbel ingevuld", "1"],
    ]
    told = "Antwoorden in eigen woorden, geteld als ander antwoord (2 maart 2026): Elke dag is vaak"
    assert rows(grid)[-1] == [told, "3"]


def test_figures_in_another_language_have_its_words(study) -> None:
    figure = exhibit(study, "figure", "show: usage", "by: employment", "chart: stacked", language="en")
    assert figure.source == "Question 6, n = 130"
    assert figure.base == "Base: those who answered the question."
    assert figure.chart.categories[0] == "Total (n = 130)"
    assert "Not shown: other (fewer than 10 respondents)." in figure.cautions
    assert figure.chart.series[3].name == "Don't know"


@pytest.mark.parametrize(("language", "mark"), [("nl", "."), ("en", ",")])
def test_counts_have_the_languages_thousands_mark(study, language, mark) -> None:
    many = {"often": 1250, "sometimes": 900, "never": 99, "dk": 0, "net:any": 2150}
    counts = {**COUNTS, "usage": {None: many}}
    figure = exhibit(study, "figure", "show: usage", language=language, counts=counts)
    assert figure.source.endswith(f"n = 2{mark}249")
    assert rows(figure.data)[1][1] == f"1{mark}250"
    table = exhibit(
        study, "table", "show: usage, employment", "columns: both", language=language, counts=counts
    )
    assert f"1{mark}250" in {value for row in rows(table.grid) for value in row}
    assert any(f"n = 2{mark}249" in value for row in rows(table.grid) for value in row)
    bound = f"# T\n\n[1{mark}250]{{= count usage: often}} of [2{mark}249]{{= base usage}}"
    assert compose(study, bound, language, counts)[1] == []
    (wrong,) = compose(study, bound.replace("250", "251"), language, counts)[1]
    assert f"1{mark}250" in wrong.message


def test_classes_that_are_too_few_together_are_told_in_one_problem(study) -> None:
    usage = {
        None: {"often": 50, "sometimes": 35, "never": 20, "dk": 0, "net:any": 85},
        "employer": {"often": 10, "sometimes": 10, "never": 8, "dk": 0, "net:any": 20},
        "employee": {"often": 1, "sometimes": 1, "never": 1, "dk": 0, "net:any": 2},
        "zzp": {"often": 38, "sometimes": 22, "never": 11, "dk": 0, "net:any": 60},
        "other": {"often": 1, "sometimes": 2, "never": 0, "dk": 0, "net:any": 3},
    }
    text = "# T\n\n::: figure x\nTitel\nshow: usage\nby: employment\n:::\n"
    _, problems = compose(study, text, "nl", {**COUNTS, "usage": usage}, secondary=True)
    assert [(problem.code, problem.got) for problem in problems] == [("R019", "employee, other")]
    assert 'The classes "employee" and "other" of employment are, even together' in problems[0].message
