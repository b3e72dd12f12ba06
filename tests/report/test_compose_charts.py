"""Charts as a report asks for them: what is drawn, what is refused, what is said of them in words."""

from pathlib import Path

import pytest
from small_study import COUNTS, PLAN, STUDY, Counts, compose, make_study, write

from peil.core.problem import Problem
from peil.disclose.release import Release, ReleasedCell, ReleasedTable, Status
from peil.fieldwork.facts import Facts
from peil.report.chart import Chart, ChartKind
from peil.report.charts.picture import alternative_text
from peil.report.compose.render import render
from peil.report.document import Figure, Grid
from peil.report.template.needs import needs
from peil.report.template.read import read_template
from peil.study.study import Study

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
MODEL = """
[intervals]
model = "alsof er aselect is getrokken"
assumptions = "of iemand meedoet, heeft niets met de antwoorden te maken"
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def made(
    study: Study, *lines: str, language: str = "nl", counts: Counts = COUNTS
) -> tuple[Figure, list[Problem]]:
    text = "\n".join(("# T", "", "::: figure x", "Titel", *lines, ":::", ""))
    document, problems = compose(study, text, language, counts)
    block = document.blocks[1]
    assert isinstance(block, Figure)
    return block, [problem for problem in problems if problem.code != "R019"]


def figure(study: Study, *lines: str, language: str = "nl", counts: Counts = COUNTS) -> Figure:
    block, problems = made(study, *lines, language=language, counts=counts)
    assert problems == []
    return block


def refused(study: Study, *lines: str) -> list[tuple[str, str]]:
    _, problems = made(study, *lines)
    return [(problem.code, problem.message) for problem in problems]


def sides(chart: Chart) -> list[tuple[str, int]]:
    return [(series.name, series.side) for series in chart.series if not series.neutral]


def rows(grid: Grid) -> list[list[str]]:
    return [["".join(run.text for run in cell.text) for cell in row] for row in (*grid.head, *grid.body)]


# ---- Diverging


def test_the_middle_of_an_odd_scale_lies_on_the_line_and_dont_know_apart(study) -> None:
    chart = figure(study, "show: ability.*", "chart: diverging").chart
    assert chart.kind is ChartKind.DIVERGING
    assert sides(chart) == [("Slechter", -1), ("Even goed", 0), ("Beter", 1)]
    assert [series.name for series in chart.series if series.neutral] == ["Weet ik niet"]
    assert chart.series[-1].neutral


def test_an_even_scale_has_nothing_on_the_line(study) -> None:
    chart = figure(study, "show: usage", "by: employment", "chart: diverging", "base: without never").chart
    assert sides(chart) == [("Vaak", -1), ("Soms", 1)]
    assert "Op de lijn" not in chart.description


def test_neutral_names_what_lies_on_the_line(study) -> None:
    chart = figure(study, "show: employment", "chart: diverging", "neutral: zzp, employee").chart
    assert sides(chart) == [("werkgever", -1), ("werknemer", 0), ("zelfstandige", 0), ("anders", 1)]


def test_left_turns_the_scale_around(study) -> None:
    chart = figure(study, "show: usage", "by: employment", "chart: diverging", "left: never").chart
    assert sides(chart) == [("Nooit", -1), ("Soms", 0), ("Vaak", 1)]
    same = figure(study, "show: usage", "by: employment", "chart: diverging", "left: often").chart
    assert sides(same) == [("Vaak", -1), ("Soms", 0), ("Nooit", 1)]


def test_sorting_by_share_leaves_the_scale_in_its_order(study) -> None:
    chart = figure(study, "show: usage", "chart: diverging", "sort: share").chart
    assert sides(chart) == [("Vaak", -1), ("Soms", 0), ("Nooit", 1)]


def test_a_diverging_chart_is_told_by_its_sides(study) -> None:
    assert figure(study, "show: usage", "by: employment", "chart: diverging").chart.description == (
        "Staven aan weerszijden van een lijn. Links van de lijn: “Vaak”. Op de lijn: “Soms”. "
        "Rechts van de lijn: “Nooit”. Totaal (n = 130): links 30%, rechts 27%; werkgever (n = 28): links "
        "46%, rechts 18%; werknemer (n = 25): links 28%, rechts 32%; zelfstandige (n = 71): links 23%, "
        "rechts 30%. Het verschil tussen groepen is het grootst bij Vaak (46% bij werkgever (n = 28), 23% "
        "bij zelfstandige (n = 71))."
    )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("chart: diverging", "neutral: dk"), "dk is no answer on the scale that is shown."),
        (("chart: diverging", "neutral: often"), 'At one side of "often" there are no options.'),
        (("chart: diverging", "left: sometimes"), "sometimes isn't an end of the scale."),
        (("chart: stacked", "neutral: sometimes"), "Only a diverging chart has a neutral option."),
        (("left: often",), "Only a diverging chart has a left option."),
        (
            ("chart: diverging", "base: without sometimes", "neutral: sometimes"),
            "sometimes is no answer on the scale that is shown.",
        ),
    ],
)
def test_sides_that_cant_be_told_are_a_problem(study, lines, told) -> None:
    assert refused(study, "show: usage", *lines) == [("R042", told)]


def test_neutral_options_follow_one_another(study) -> None:
    lines = ("show: employment", "chart: diverging", "neutral: employer, zzp")
    assert refused(study, *lines) == [("R042", '"employer, zzp" aren\'t neighbours on the scale.')]


def test_an_unknown_neutral_option_is_a_problem_with_a_suggestion(study) -> None:
    _, problems = made(study, "show: usage", "chart: diverging", "neutral: somtimes")
    assert [(one.code, one.hint) for one in problems] == [("R008", 'Did you mean "sometimes"?')]


def test_several_answers_cant_diverge(study) -> None:
    assert [code for code, _ in refused(study, "show: reasons", "chart: diverging")] == ["R015"]


# ---- Multiples


def test_multiples_have_a_panel_for_each_class(study) -> None:
    chart = figure(study, "show: reasons", "by: employment", "chart: multiples").chart
    assert chart.kind is ChartKind.MULTIPLES
    assert [series.name for series in chart.series] == [
        "Totaal (n = 95)",
        "werkgever (n = 22)",
        "werknemer (n = 17)",
        "zelfstandige (n = 48)",
    ]
    assert chart.categories == ("Sneller werken", "Betere kwaliteit", "Anders", "Geen van deze")


def test_multiples_of_items_have_a_panel_for_each_item(study) -> None:
    chart = figure(study, "show: ability.mail, ability.music", "chart: multiples").chart
    assert [series.name for series in chart.series] == ["E-mail schrijven", "Muziek maken"]
    assert chart.categories == ("Slechter", "Even goed", "Beter", "Weet ik niet")
    assert chart.muted == {3}


def test_multiples_of_one_thing_are_refused(study) -> None:
    ((code, message),) = refused(study, "show: usage", "chart: multiples")
    assert (code, message.split(";")[0]) == ("R015", "Small multiples have a panel for each class or item")


# ---- Slope


def test_a_slope_runs_between_two_items(study) -> None:
    shown = figure(study, "show: ability.mail, ability.music", "chart: slope")
    chart = shown.chart
    assert chart.kind is ChartKind.SLOPE
    assert [series.name for series in chart.series] == ["E-mail schrijven", "Muziek maken"]
    assert chart.description == (
        "Lijnen van E-mail schrijven (n = 100) naar Muziek maken (n = 100). "
        "Het sterkst gestegen: Slechter (van 20% naar 60%). Het sterkst gedaald: Beter (van 30% naar 4%)."
    )
    assert rows(shown.data)[:2] == [["", "E-mail schrijven", "Muziek maken"], ["Slechter", "20%", "60%"]]


def test_a_slope_between_two_classes_leaves_the_total_out(study) -> None:
    chart = figure(study, "show: usage", "by: employment", "only: zzp, employer", "chart: slope").chart
    assert [series.name for series in chart.series] == ["zelfstandige (n = 71)", "werkgever (n = 28)"]


def test_what_rises_alike_is_named_alike_and_what_only_falls_has_no_rise(study) -> None:
    counts = {
        **COUNTS,
        "ability.mail": {None: {"worse": 20, "equal": 20, "better": 40, "dk": 20}},
        "ability.music": {None: {"worse": 30, "equal": 30, "better": 20, "dk": 20}},
    }
    lines = ("show: ability.mail, ability.music", "chart: slope")
    told = figure(study, *lines, counts=counts).chart.description
    assert "gestegen: Slechter (van 20% naar 30%) en Even goed (van 20% naar 30%)." in told
    counts["ability.music"] = {None: {"worse": 10, "equal": 10, "better": 30, "dk": 50}}
    told = figure(study, *lines, counts=counts).chart.description
    assert "gestegen" not in told
    assert told.count("van") == 4  # the lines, and three that fell alike
    counts["ability.music"] = counts["ability.mail"]
    assert "Geen enkel percentage veranderde." in figure(study, *lines, counts=counts).chart.description


@pytest.mark.parametrize(
    "lines",
    [
        ("show: usage",),
        ("show: usage", "by: employment"),
        ("show: usage", "by: employment", "only: zzp, employer, employee"),
        ("show: ability.*",),
    ],
)
def test_a_slope_of_more_or_fewer_than_two_is_refused(study, lines) -> None:
    assert [code for code, _ in refused(study, *lines, "chart: slope")] == ["R041"]


def test_a_slope_of_which_a_moment_is_hidden_is_a_problem_and_drawn_as_bars(study) -> None:
    block, problems = made(study, "show: usage", "by: employment", "only: zzp, other", "chart: slope")
    assert block.chart.kind is ChartKind.GROUPED
    assert [problem.code for problem in problems] == ["R007"]


# ---- Dots


def test_a_self_selected_study_has_no_intervals_to_draw(study) -> None:
    block, problems = made(study, "show: usage", "chart: dots")
    assert block.chart.kind is ChartKind.BARS
    assert [(one.code, one.hint) for one in problems] == [
        ("R040", "Use bars, or name a model and its assumptions under [intervals] in plan.toml.")
    ]


def test_dots_have_their_bounds_in_the_chart_the_table_and_the_words(tmp_path) -> None:
    modelled = make_study(tmp_path, plan=PLAN + MODEL, study=DUTCH)
    shown = released(modelled, hide=(), lines=("show: usage", "chart: dots"))
    assert shown.chart.kind is ChartKind.DOTS
    (series,) = shown.chart.series
    bounds = [bound for bar in series.bars[:2] for bound in (bar.low, bar.high)]
    assert bounds == pytest.approx([0.25, 0.35, 0.354, 0.454])
    assert rows(shown.data)[:2] == [
        ["", "percentage", "ondergrens", "bovengrens"],
        ["Vaak", "30%", "25%", "35%"],
    ]
    assert rows(shown.data)[3] == ["Nooit", "0%", "geen", "geen"]
    assert shown.chart.description.endswith("Soms (40%, interval van 35% tot 45%).")
    assert "Vaak: 30% (25%–35%)" in alternative_text(shown.chart)


# ---- Hidden


def released(study: Study, hide: tuple[str, ...], lines: tuple[str, ...]) -> Figure:
    """Compose a figure from a release in which some cells of every table are hidden."""
    text = "\n".join(("# T", "", "::: figure x", "Titel", *lines, ":::", "", "::: intervals", ":::", ""))
    write(study.folder, text)
    template, _ = read_template(study.folder, study, "nl")
    shares = {"often": 0.3, "sometimes": 0.404, "never": 0.0, "dk": 0.296}
    of_class = {"often": 0.21, "sometimes": 0.404, "never": 0.0, "dk": 0.386}
    tables = tuple(
        ReleasedTable(
            spec,
            "usage",
            "usage",
            group,
            100,
            100.0,
            "wie antwoordde",
            Status.SHOWN,
            tuple(
                ReleasedCell(option, None, None, Status.SUPPRESSED)
                if option in hide
                else ReleasedCell(
                    option,
                    round(share * 1000),
                    share,
                    Status.SHOWN,
                    low=share - 0.05 if share else None,
                    high=share + 0.05 if share else None,
                )
                for option, share in (of_class if group == "zzp" else shares).items()
            ),
        )
        for spec in needs(template)
        for group in ([None] if spec.by is None else study.codebook.items[spec.by].option_ids)
    )
    facts = Facts(100, 100, 100, {"usage": 100}, synthetic=False)
    document, _ = render(study, Release(tables, facts, study.plan.disclosure, ""), template)
    block = document.blocks[1]
    assert isinstance(block, Figure)
    return block


@pytest.mark.parametrize(
    "lines",
    [
        ("chart: bars",),
        ("chart: stacked", "by: employment"),
        ("chart: diverging", "by: employment"),
        ("chart: multiples", "by: employment"),
        ("chart: slope", "by: employment", "only: zzp, employer"),
    ],
    ids=lambda lines: lines[0],
)
def test_words_rank_and_sum_nothing_where_a_cell_is_hidden(study, lines) -> None:
    shown = released(study, ("sometimes", "never"), ("show: usage", *lines))
    told = shown.chart.description
    assert "Soms (" not in told
    assert "het meest gekozen" not in told
    assert "grootst" not in told
    assert "gestegen" not in told
    assert not {"40%", "0%", "60%", "70%"} & set(told.replace(",", " ").replace(";", " ").split())
    assert "40%" not in alternative_text(shown.chart)
    assert "Soms" in alternative_text(shown.chart)
    assert "– = niet getoond." in shown.cautions
    assert {value for row in rows(shown.data) for value in row[1:] if "–" in value} == {"–"}


def test_a_side_with_a_hidden_part_has_the_sign(study) -> None:
    told = released(study, ("often",), ("show: usage", "chart: diverging")).chart.description
    assert "Totaal (n = 100): links –, rechts 0%." in told


def test_hidden_bars_hold_no_bounds(tmp_path: Path) -> None:
    modelled = make_study(tmp_path, plan=PLAN + MODEL, study=DUTCH)
    shown = released(modelled, ("sometimes", "never"), ("show: usage", "chart: dots"))
    assert [bar.low for bar in shown.chart.series[0].bars[1:3]] == [None, None]
    assert rows(shown.data)[2] == ["Soms", "–", "–", "–"]


def test_a_chart_in_english_is_told_in_english(study) -> None:
    shown = figure(study, "show: usage", "by: employment", "chart: multiples", language="en")
    assert shown.chart.description.startswith(
        "Small bar charts side by side, all on one scale. Total (n = 130): most chosen is Sometimes (35%); "
    )
    assert shown.chart.description.endswith(
        "Groups differ most on Often (46% of employer (n = 28), 23% of self-employed (n = 71))."
    )
