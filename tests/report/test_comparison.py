"""Other studies in a text: tables and charts side by side."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from composed_comparison import BLOCK, composed, write

from other_studies import PLAN, POLL, release_usage, write_study
from peil.core.rule import Rule
from peil.report.chart import ChartKind
from peil.report.charts.picture import alternative_text
from peil.report.compose.render import render
from peil.report.document import Document, Figure, NumberedTable
from peil.report.docx.write import to_docx
from peil.report.html.write import to_html
from peil.report.other_problems import OTHER_RULES
from peil.report.pdf.write import to_pdf
from peil.report.problems import RULES
from peil.report.template.needs import needs
from peil.report.template.read import read_template
from peil.report.template.uses import count_uses
from peil.study.study import Study
from peil.study.tablespec import TableSpec


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return write_study(tmp_path)


def only_table(document: Document) -> NumberedTable:
    (found,) = [one for one in document.blocks if isinstance(one, NumberedTable)]
    return found


def cells(table: NumberedTable) -> list[list[str]]:
    rows = (*table.grid.head, *table.grid.body)
    return [
        ["".join(run.text for run in cell.text) + (f" {cell.mark}" if cell.mark else "") for cell in row]
        for row in rows
    ]


def notes(table: NumberedTable | Figure) -> list[str]:
    return ["".join(run.text for run in line) for line in table.notes]


def test_answers_stand_side_by_side_with_groups_bases_sums_and_differences(study: Study) -> None:
    document, problems = composed(study, BLOCK)
    assert problems == []
    table = only_table(document)
    assert (table.number, table.anchor, table.caption) == (1, "poll-use", "Gebruik hier en daar")
    assert cells(table) == [
        [
            "Antwoord",
            "Peiling: allen (n = 713)",
            "Dit onderzoek: allen (n = 130)",
            "Verschil in procentpunten",
            "Peiling: freelancers (n niet gepubliceerd)",
            "Dit onderzoek: zelfstandige (n = 100)",
            "Verschil in procentpunten",
            "Peiling: vast personeel (n niet gepubliceerd)",
            "Dit onderzoek: anders",
            "Verschil in procentpunten",
        ],
        ["Dagelijks", "20%", "in de som", "in de som", "10%", "in de som", "in de som",
         "niet gepubliceerd", "in de som", "in de som"],
        ["Wekelijks", "30%", "in de som", "in de som", "15%", "in de som", "in de som",
         "niet gepubliceerd", "in de som", "in de som"],
        ["Dagelijks + Wekelijks (hier: Vaak + Soms)", "50% som", "65%", "+15", "25% som", "66%", "+41",
         "niet gepubliceerd", "–", "–"],
        ["Nooit", "29,3%", "27%", "−2", "35%", "25%", "−10", "12%", "–", "–"],
    ]  # fmt: skip
    assert table.grid.row_headers == 1
    assert table.cautions == "– = niet getoond."


def test_under_it_stand_sources_what_differs_and_why_nothing_was_tested(study: Study) -> None:
    table = only_table(composed(study, BLOCK)[0])
    assert table.source == (
        "Vraag 6; Peiling: De Bond, verslag, 1 juni 2023, p. 3, p. 5, p. 4; veldwerk mei 2023"
    )
    assert table.base == "Basis: wie de vraag beantwoordde."
    assert notes(table) == [
        "Vraag in Peiling: Hoe vaak gebruikt u AI?",
        (
            "Tussen haakjes staat hoe het antwoord in dit onderzoek luidt. Som = door ons opgeteld uit de "
            "afgeronde percentages van Peiling. In de som = dit onderzoek heeft geen eigen percentage voor "
            "dit antwoord; het telt mee in de rij waarin de antwoorden samen staan."
        ),
        "Wat verschilt: Daar is de schaal een andere.",
        (
            "Verschil: dit onderzoek min Peiling, uit onafgeronde percentages van hier en afgeronde van "
            "daar; "
            "met de getallen in de tabel kan het een punt schelen."
        ),
        (
            "Niet getoetst: de deelnemers aan dit onderzoek meldden zichzelf aan; hoe de deelnemers aan "
            "Peiling zijn gevonden, is niet gepubliceerd; hoeveel mensen er in Peiling antwoordden, is niet "
            "gepubliceerd; antwoorden van dit onderzoek zijn opgeteld."
        ),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_about_self_selected_samples_says_significant_or_gives_an_interval(
    study: Study, language: str
) -> None:
    document, _ = composed(study, BLOCK.replace("show: use", "show: use, fear, members"), language)
    text = to_html(document).casefold()
    assert "signific" not in text
    assert "representati" not in text
    for table in (one for one in document.blocks if isinstance(one, NumberedTable)):
        assert not any("(" in cell for row in cells(table)[1:] for cell in row[1:])


def test_two_drawn_samples_print_the_interval_and_its_method(tmp_path: Path) -> None:
    plan = PLAN.replace("[analysis]\n", '[analysis]\nsampling = "probability"\n')
    study = write_study(tmp_path, plan=plan, poll=POLL.replace('"unknown"', '"probability"'))
    write(study, BLOCK)
    template, _ = read_template(study.folder, study, "nl")
    document, _ = render(study, release_usage(study, se={"never": 0.05}), template)
    table = only_table(document)
    assert cells(table)[-1][3].startswith("−2 (−")
    assert " tot +" in cells(table)[-1][3]
    assert any("Newcombe" in one for one in notes(table))
    assert any("enkelvoudige aselecte steekproef" in one for one in notes(table))


def test_similar_questions_stand_side_by_side_without_a_difference(study: Study) -> None:
    table = only_table(composed(study, BLOCK.replace("show: use", "show: fear"), "en")[0])
    assert cells(table) == [
        ["Answer", "Poll: all (n not published)", "This study: all (n = 130)",
         "Poll: freelancers (n not published)"],
        ["Yes (here: Often)", "60%", "30%", "65%"],
    ]  # fmt: skip
    assert "Period in Poll: five years." in notes(table)
    assert notes(table)[-1].startswith(
        "Not tested: the questions are alike but not the same, which is also why no difference is given; "
    )


def test_figures_without_a_counterpart_stand_alone_as_printed(study: Study) -> None:
    document, problems = composed(study, BLOCK.replace("show: use", "show: members, fund"), "en")
    assert problems == []
    one, two = (table for table in document.blocks if isinstance(table, NumberedTable))
    assert (one.number, two.number, one.anchor, two.anchor) == (1, 2, "poll-members", "poll-members-fund")
    assert cells(one) == [["Answer", "Poll: all"], ["as a whole", "713"]]
    assert cells(two) == [["Answer", "Poll: all (n not published)"], ["Yes", "57%"]]
    assert two.caption == "Gebruik hier en daar: For a fund"


@pytest.mark.parametrize("kind", ["dots", "grouped"])
def test_a_chart_shows_both_and_has_the_table_behind_it(study: Study, kind: str) -> None:
    document, problems = composed(
        study, BLOCK.replace("show: use", f"show: use\nchart: {kind}\nid: beide\nnote: Zo.")
    )
    assert problems == []
    (figure,) = [one for one in document.blocks if isinstance(one, Figure)]
    chart = figure.chart
    assert (figure.number, figure.anchor, chart.kind) == (1, "beide", ChartKind(kind))  # type: ignore[union-attr]
    assert chart.categories == ("Dagelijks + Wekelijks (hier: Vaak + Soms)", "Nooit")  # type: ignore[union-attr]
    shares = [[bar.printed for bar in one.bars] for one in chart.series]  # type: ignore[union-attr]
    assert shares == [
        ["50%", "29,3%"],
        ["65%", "27%"],
        ["25%", "35%"],
        ["66%", "25%"],
        ["–", "12%"],
        ["–", "–"],
    ]
    assert all(bar.low is None for one in chart.series for bar in one.bars)  # type: ignore[union-attr]
    spoken = alternative_text(chart)  # type: ignore[arg-type]
    assert spoken.count("29,3%") == 1
    assert "Nooit: Peiling: allen (n = 713) 29,3%, Dit onderzoek: allen (n = 130) 27%" in spoken
    assert len(figure.data.body) == 4
    assert notes(figure)[0] == "Zo."


def test_a_comparison_asks_for_the_tables_it_needs(study: Study) -> None:
    write(study, BLOCK)
    template, _ = read_template(study.folder, study, "nl")
    assert [(spec.item, spec.by) for spec in needs(template)] == [("usage", None), ("usage", "employment")]


def test_what_it_prints_is_hidden_last(study: Study) -> None:
    write(study, BLOCK)
    template, _ = read_template(study.folder, study, "nl")
    spec = TableSpec("usage", "employment")
    uses = count_uses([template], [(spec, "zzp", ("never",)), (TableSpec("reasons"), None, ("speed",))])
    assert uses == {((*spec.key, "zzp"), "never"): 1}


def test_a_condition_on_this_side_is_told_in_the_head(tmp_path: Path) -> None:
    poll = POLL.replace('item = "usage"\nrows = [{', 'item = "usage"\nwhere = "employment is zzp"\nrows = [{')
    study = write_study(tmp_path, poll=poll)
    table = only_table(composed(study, BLOCK.replace("show: use", "show: fear"), "en")[0])
    head = cells(table)[0][2]
    assert head.startswith("This study: all, ")
    assert "self-employed" in head
    assert cells(table)[1][2] == "–"


@pytest.mark.slow
def test_it_stands_in_every_format_with_heads_for_its_columns_and_rows(study: Study) -> None:
    text = (
        "# T\n\nZie {@poll-use}.\n\n"
        + BLOCK.removeprefix("# T\n\n")
        + "\n# Bijlage {annex}\n\n::: annex comparisons\n:::\n"
    )
    document, problems = composed(study, text)
    assert problems == []
    html = to_html(document)
    assert 'href="#poll-use"' in html
    assert html.count('scope="row"') >= 8
    assert to_pdf(document).startswith(b"%PDF")
    file = docx.Document(BytesIO(to_docx(document)))
    told = " ".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)
    for value in ("29,3%", "ruim 700", "57%", "C003"):
        assert value in told
        assert value in html


def test_the_annex_lists_every_figure_with_its_source(study: Study) -> None:
    document, _ = composed(study, "# T\n\n::: annex comparisons\n:::\n", "en")
    report, page = (one for one in document.blocks if isinstance(one, NumberedTable))
    assert (report.number, report.anchor, report.source) == (
        0, "annex-comparisons", "A poll of members; De Bond, verslag, 1 June 2023; fieldwork May 2023",
    )  # fmt: skip
    assert page.source.endswith(
        "De Bond, webpagina, date unknown, https://example.org/peiling; fieldwork May 2023"
    )
    assert page.base == "Sample: not published."
    assert ["Respondents", "as a whole", "all", "just over 700", "C003"] in cells(page)
    assert ["Use of AI", "Never", "all", "29.3%", "713", "p. 5", "C005"] in cells(report)
    assert len(report.grid.body) + len(page.grid.body) == 13


BAD_BLOCKS = {
    "::: comparison pol\nX\nshow: use\n:::": ("R008", 'Did you mean "poll"?'),
    "::: comparison\nX\nshow: use\n:::": ("R013", "Write ::: comparison"),
    "::: comparison poll\nX\nshow: usee\n:::": ("R008", 'Did you mean "use"?'),
    "::: comparison poll\nX\n:::": ("R013", "Write show: members, use, fear, fund."),
    "::: comparison poll\nshow: use\n:::": ("R013", "Its first line is its caption."),
    "::: comparison poll\nX\nshow: use\nchart: pie\n:::": ("R013", "There are dots and grouped."),
    "::: comparison poll\nX\nshow: use\nsort: share\n:::": (
        "R013",
        "There are show, chart, id, note, each once.",
    ),
    "::: comparison poll\nX\nshow: use\nid: 1\n:::": ("R013", "Letters, digits"),
    "::: comparison poll\nX\nshow: fund\nchart: dots\n:::": ("R015", "Leave chart: out"),
    "::: comparison poll\nX\nshow: use\n:::\n\n::: comparison poll\nX\nshow: use\n:::": (
        "R016",
        "Give it an id",
    ),
}


@pytest.mark.parametrize("text", BAD_BLOCKS)
def test_what_is_wrong_with_a_block_is_told(study: Study, text: str) -> None:
    code, hint = BAD_BLOCKS[text]
    _, problems = composed(study, f"# T\n\n{text}\n")
    assert [(one.code, hint in one.hint) for one in problems] == [(code, True)], problems


def test_a_caption_in_a_findings_chapter_counts_nothing_unbound(study: Study) -> None:
    _, problems = composed(study, BLOCK.replace("# T", "# T {findings}").replace("daar\n", "daar in 2023\n"))
    assert [one.code for one in problems] == ["R009"]


@pytest.mark.parametrize("rule", OTHER_RULES, ids=lambda rule: rule.name)
def test_examples_of_the_rules(rule: Rule, tmp_path: Path) -> None:
    poll = rule.around["compare/poll.toml"]
    study = write_study(tmp_path, poll=poll, figures="question,value\n")
    for text, codes in ((rule.bad, [rule.code]), (rule.good, [])):
        write(study, text, "en")
        template, problems = read_template(study.folder, study, "en")
        even = {None: {"often": 60, "sometimes": 11, "never": 29, "dk": 0}}
        _, more = render(study, release_usage(study, even), replace(template))
        assert [one.code for one in (*problems, *more)] == codes
    assert rule in RULES
