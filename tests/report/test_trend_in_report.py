"""``::: trend`` and what is said of waves in a text: printed, checked, mended, drawn in every format."""

import re
import zipfile
from itertools import combinations
from pathlib import Path

import pytest

from peil import line, mendline, reportline
from peil.core.problem import Problem, Severity
from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.charts.draw import draw_chart
from peil.report.charts.frame import NARROW, WIDE
from peil.report.document import Document, Figure, NumberedTable
from peil.report.fonts import Face, measure
from peil.report.template.part import Part
from wave_studies import ENGLISH, QUESTIONNAIRE, SELF_SELECTED, WAVES, WaveFolder, write_wave, write_waves

THIS = WaveFolder((60, 30, 40))
OTHER_WORDS = "Hoe dikwijls gebruikt u AI?"
REWORDED = WaveFolder(
    questionnaire=QUESTIONNAIRE.replace("Hoe vaak gebruikt u AI?", OTHER_WORDS),
    english=ENGLISH.replace("Hoe vaak gebruikt u AI?", OTHER_WORDS),
)
ACCEPT = """
[harmonise.usage.wave.2024]
accept = { nl = "Het is om het even.", en = "It is all the same." }
"""
BLOCK = "::: trend usage\nGebruik\n%s:::\n"
TABLE, SLOPE, DOTS = (BLOCK % one for one in ("", "chart: slope\n", "chart: dots\n"))


def composed(folder: Path, language: str = "nl") -> tuple[Document, tuple[Problem, ...]]:
    published = reportline.compose_publication(line.read_sound_study(folder), None)
    return published.compose(Part.REPORT, language)


def said(text: str) -> str:
    return f"# Bevindingen  {{findings}}\n\n{text}\n"


def notes_of(block: Figure | NumberedTable) -> list[str]:
    return ["".join(run.text for run in note) for note in block.notes]


def rows_of(block: NumberedTable) -> list[list[str]]:
    cells = (*block.grid.head, *block.grid.body)
    return [["".join(run.text for run in cell.text).replace("\u00a0", " ") for cell in row] for row in cells]


def only(document: Document, kind: type) -> NumberedTable | Figure:
    (found,) = [block for block in document.blocks if isinstance(block, kind)]
    return found


@pytest.mark.slow
def test_a_table_has_waves_with_their_n_and_changes_with_their_tests(tmp_path: Path) -> None:
    document, problems = composed(write_waves(tmp_path, THIS))
    assert problems == ()
    table = only(document, NumberedTable)
    head, often, rarely, never = rows_of(table)
    assert head == ["", "voorjaar 2024 (n = 120)", "2026 (n = 130)", "2026 t.o.v. voorjaar 2024"]
    assert often == ["Vaak", "33%", "46%", "+13 (10 tot 16; p < 0,001)"]
    assert rarely[:3] == ["Zelden", "25%", "23%"]
    assert rarely[3].startswith("−2 (−6 tot 2; p = 0,3")
    assert never[3].startswith("−11 (−14 tot −7;")
    assert (table.number, table.anchor, table.source) == (1, "trend-usage", "Vraag 1")
    assert any(
        "Welch-Satterthwaite" in note and "Holm aangepast voor 3 toetsen" in note for note in notes_of(table)
    )


def test_one_test_is_not_adjusted(tmp_path: Path) -> None:
    folder = write_waves(tmp_path, THIS, waves=f'{WAVES}show = ["often"]\n')
    notes = notes_of(only(composed(folder)[0], NumberedTable))
    assert [("één toets in deze trend" in one, "Holm" in one) for one in notes].count((True, False)) == 1


def test_a_trend_of_volunteers_says_why_nothing_is_tested(tmp_path: Path) -> None:
    document, problems = composed(write_waves(tmp_path, THIS, WaveFolder(plan=SELF_SELECTED)))
    assert problems == ()
    table = only(document, NumberedTable)
    assert rows_of(table)[1] == ["Vaak", "33%", "46%", "+13"]
    told = " ".join(notes_of(table))
    assert "Niet getoetst: voorjaar 2024 en 2026: niet allebei getrokken als kanssteekproef." in told
    assert not re.search(r"p [=<]|signific|interval|representat", told)


def test_a_break_is_marked_named_and_not_compared_across(tmp_path: Path) -> None:
    text = TABLE + "\n" + SLOPE
    folder = write_waves(tmp_path, THIS, REWORDED, text=text)
    document, problems = composed(folder)
    assert problems == ()
    table, figure = only(document, NumberedTable), only(document, Figure)
    assert rows_of(table)[0] == ["", "voorjaar 2024 (n = 120)", "2026 † (n = 130)"]
    (told,) = [note for note in notes_of(table) if note.startswith("†")]
    assert "de vraagtekst is anders (“Hoe dikwijls gebruikt u AI?” werd “Hoe vaak gebruikt u AI?”)" in told
    assert figure.chart.gaps == {1}
    assert "Geen lijn tussen voorjaar 2024 en 2026" in figure.chart.description
    assert "†" in " ".join(notes_of(figure))


@pytest.mark.slow
def test_a_judged_break_is_named_with_its_reason_and_compared(tmp_path: Path) -> None:
    text = TABLE + "\n" + SLOPE
    document, _ = composed(write_waves(tmp_path, THIS, REWORDED, WAVES + ACCEPT, text))
    table, figure = only(document, NumberedTable), only(document, Figure)
    assert rows_of(table)[0][2:] == ["2026 ‡ (n = 130)", "2026 t.o.v. voorjaar 2024"]
    assert any(note.startswith("‡") and note.endswith("Het is om het even.") for note in notes_of(table))
    assert figure.chart.gaps == frozenset()


def lines_drawn(svg: str) -> int:
    return len(re.findall(r'<line [^>]*class="(?:rise|fall|flat)"', svg))


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda frame: frame.name)
@pytest.mark.parametrize(("earlier", "lines"), [(WaveFolder(), 3), (REWORDED, 0)])
def test_two_waves_are_joined_unless_a_break_lies_between(frame, earlier, lines, tmp_path: Path) -> None:
    folder = write_waves(tmp_path, THIS, earlier, text=SLOPE)
    figure = only(composed(folder)[0], Figure)
    assert figure.chart.kind is ChartKind.SLOPE
    svg = draw_chart(figure.chart, "a", frame)
    assert lines_drawn(svg) == lines
    assert svg.count("<circle") == 6


THREE = '[wave.2022]\nfolder = "../w2022"\n\n' + WAVES


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda frame: frame.name)
@pytest.mark.parametrize(("earlier", "lines"), [(WaveFolder(), 6), (REWORDED, 0)])
def test_three_waves_are_a_course_that_stops_at_a_break(frame, earlier, lines, tmp_path: Path) -> None:
    write_wave(tmp_path / "w2022", WaveFolder((20, 40, 70)))
    folder = write_waves(tmp_path, THIS, earlier, THREE, SLOPE)
    document, problems = composed(folder)
    assert problems == ()
    figure = only(document, Figure)
    assert figure.chart.series[0].name == "2022 (n = 130)"
    svg = draw_chart(figure.chart, "a", frame)
    assert lines_drawn(svg) == lines
    assert svg.count("<circle") == 9
    assert all(f">{value}<" in svg for value in ("15%", "33%", "46%"))
    assert draw_chart(figure.chart, "a", frame) == svg


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda frame: frame.name)
@pytest.mark.parametrize("count", [3, 4, 6])
def test_names_of_waves_never_overlap(frame, count: int) -> None:
    bars = (Bar(0.4, "40%"), Bar(0.1, "10%"))
    series = tuple(Series(f"voorjaar {2020 + place} (n = 1.250)", bars) for place in range(count))
    chart = Chart(ChartKind.SLOPE, "T", "D", ("Vaak", "Zelden"), series)
    heads = re.findall(r"<text ([^>]*bold[^>]*|[^>]*600[^>]*)>(.*?)</text>", draw_chart(chart, "a", frame))
    spans = []
    for look, inner in heads:
        words = re.findall(r'<tspan x="([\d.]+)" y="([\d.]+)">([^<]*)<', inner)
        words = words or [(*re.findall(r'[xy]="([\d.]+)"', look), inner)]
        for x, y, said in words:
            if "%" in said:
                continue
            width = measure(said, frame.small, Face.BOLD)
            left = float(x) - (width / 2 if "middle" in look else 0)
            spans.append((float(y), left, left + width))
    assert len(spans) >= count
    for one, other in combinations(sorted(spans), 2):
        assert one[0] != other[0] or one[2] <= other[1] or other[2] <= one[1]


def test_in_office_a_break_is_an_empty_moment(tmp_path: Path) -> None:
    folder = write_waves(tmp_path, THIS, REWORDED, text=SLOPE)
    made = reportline.make_report(
        line.read_sound_study(folder), formats=["docx"], out=tmp_path / "out", languages=["nl"]
    )
    with zipfile.ZipFile(made.files[0]) as archive:
        (name,) = [one for one in archive.namelist() if re.search(r"charts/chart\d*\.xml$", one)]
        xml = archive.read(name).decode()
    assert "<c:v>†</c:v>" in xml
    series = re.findall(r"<c:ser>.*?</c:ser>", xml)
    assert len(series) == 3
    assert all(
        '<c:ptCount val="3"/>' in one and re.findall(r'<c:pt idx="(\d)"><c:v>0\.', one) == ["0", "2"]
        for one in series
    )


@pytest.mark.slow
def test_every_format_is_made(tmp_path: Path) -> None:
    text = f"# Verloop\n\n## Lijnen\n\n{SLOPE}\n## Punten\n\n{DOTS}\n## Tabel\n\n{TABLE}"
    write_wave(tmp_path / "w2022", WaveFolder((20, 40, 70)))
    this = WaveFolder((60, 30, 40), files={"deck/1.md": text})
    folder = write_waves(tmp_path, this, REWORDED, THREE, text)
    formats = ["html", "pdf", "docx", "pptx"]
    study = line.read_sound_study(folder)
    made = reportline.make_report(study, formats=formats, out=tmp_path / "out", languages=["nl"])
    assert made.problems == ()
    assert [path.suffix for path in made.files] == [".html", ".pdf", ".docx", ".pptx"]
    assert all(path.stat().st_size > 1000 for path in made.files)
    page = made.files[0].read_text(encoding="utf-8")
    assert "† Trendbreuk tussen voorjaar 2024 en 2026" in page


def test_dots_have_their_intervals(tmp_path: Path) -> None:
    figure = only(composed(write_waves(tmp_path, THIS, text=DOTS))[0], Figure)
    assert figure.chart.kind is ChartKind.DOTS
    assert all(bar.low < bar.share < bar.high for series in figure.chart.series for bar in series.bars)


def test_synthetic_data_of_another_wave_are_said_to_be(tmp_path: Path) -> None:
    folder = write_waves(tmp_path, THIS, text=SLOPE)
    data = tmp_path / "w2024/data/responses.csv"
    data.write_text(re.sub(r"(?m)^(\d+),0,", r"\1,1,", data.read_text("utf-8")), "utf-8")
    figure = only(composed(folder)[0], Figure)
    assert figure.chart.synthetic
    assert "De data van voorjaar 2024 zijn synthetisch." in notes_of(figure)


def test_a_wave_that_did_not_ask_says_why(tmp_path: Path) -> None:
    write_wave(tmp_path / "w2022", WaveFolder((20, 40, 70)))
    missing = '\n[harmonise.usage.wave.2024]\nmissing = { nl = "geen plaats.", en = "no room." }\n'
    table = only(composed(write_waves(tmp_path, THIS, waves=THREE + missing))[0], NumberedTable)
    assert rows_of(table)[1][:3] == ["Vaak", "15%", "n.v.t."]
    assert "n.v.t. = in voorjaar 2024 niet gevraagd: geen plaats." in notes_of(table)


def test_a_judgement_of_a_break_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    twice = TABLE + TABLE.replace("Gebruik", "Gebruik\nid: again")
    _, problems = composed(write_waves(tmp_path, THIS, waves=WAVES + ACCEPT, text=twice))
    assert [(one.code, one.severity) for one in problems] == [("R084", Severity.WARNING)]
    assert problems[0].hint == "Take accept out of [harmonise.usage.wave.2024] in compare/waves.toml."
    other = composed(write_waves(tmp_path / "b", THIS, REWORDED, WAVES + ACCEPT, twice))
    assert other[1] == ()


def test_a_wave_without_figures_is_a_problem(tmp_path: Path) -> None:
    folder = write_waves(tmp_path, THIS, text=said(f"[33%]{{= wave 2024 usage: often}}\n\n{TABLE}"))
    (tmp_path / "w2024/data/responses.csv").unlink()
    document, problems = composed(folder)
    assert [one.code for one in problems] == ["R087", "R087"]
    assert all("no CSV file" in one.message and one.hint for one in problems)
    assert rows_of(only(document, NumberedTable))[1] == ["Vaak", "geen cijfers", "46%"]


def problems_of(folder: Path, language: str = "nl") -> list[str]:
    return [one.code for one in composed(folder, language)[1]]


@pytest.mark.parametrize(
    ("words", "binding", "codes"),
    [
        ("is gestegen", "trend usage: often", []),
        ("is gestegen", "trend usage: often since 2024", []),
        ("is gedaald", "trend usage: often", ["R002"]),
        ("is gedaald", "trend usage: never", []),
        ("is significant gestegen", "trend usage: often", []),
        ("is significant gedaald", "trend usage: rarely", ["R086"]),
        ("is niet significant veranderd", "trend usage: rarely", []),
        ("is niet significant gestegen", "trend usage: often", ["R086"]),
        ("werd iets", "trend usage: often", ["R014"]),
        ("33%", "wave 2024 usage: often", []),
        ("34%", "wave 2024 usage: often", ["R001"]),
        ("een derde", "wave 2024 usage: often", []),
        ("33% (n = 120)", "wave 2024 usage: often", []),
        ("33% (n = 119)", "wave 2024 usage: often", ["R001"]),
        ("33% (30–37)", "wave 2024 usage: often", []),
        ("46%", "wave 2026 usage: often", []),
        ("33%", "wave 2023 usage: often", ["R008"]),
        ("33%", "wave 2024 usge: often", ["R008"]),
        ("33%", "wave 2024 usage: oftn", ["R012"]),
        ("33%", "wave 2024", ["R012"]),
        ("is gestegen", "trend usage: oftn", ["R012"]),
        ("is gestegen", "trend usage: often since 2026", ["R012"]),
    ],
)
def test_what_is_said_of_waves_is_checked(words: str, binding: str, codes: list[str], tmp_path: Path) -> None:
    folder = write_waves(tmp_path, THIS, text=said(f"Vaak gebruik: [{words}]{{= {binding}}}."))
    assert problems_of(folder) == codes


def test_a_trend_across_a_break_is_refused_and_not_printed(tmp_path: Path) -> None:
    text = said("Het [is gestegen]{= trend usage: often}.")
    document, problems = composed(write_waves(tmp_path, THIS, REWORDED, text=text))
    (found,) = problems
    assert (found.code, found.span.line) == ("R085", 3)
    assert "the question is worded otherwise" in found.message
    assert "gestegen" not in str(document.blocks)
    assert problems_of(write_waves(tmp_path, THIS, REWORDED, WAVES + ACCEPT, text)) == []


@pytest.mark.parametrize("words", ["is significant gestegen", "is niet significant veranderd"])
def test_significance_is_refused_where_nothing_was_tested(words: str, tmp_path: Path) -> None:
    text = said(f"Het [{words}]{{= trend usage: often}}.")
    document, problems = composed(write_waves(tmp_path, THIS, WaveFolder(plan=SELF_SELECTED), text=text))
    assert [one.code for one in problems] == ["R026"]
    assert "isn't a probability sample" in problems[0].message
    assert "significant" not in str(document.blocks)


def test_words_on_waves_are_mended(tmp_path: Path) -> None:
    text = said("Van [34%]{= wave 2024 usage: often} is het [gedaald]{= trend usage: often}.")
    folder = write_waves(tmp_path, THIS, text=text)
    mendline.mend_texts(line.read_sound_study(folder), None)
    assert (folder / "report/1.md").read_text("utf-8") == said(
        "Van [33%]{= wave 2024 usage: often} is het [gestegen]{= trend usage: often}."
    )


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("::: trend\nKop\n:::\n", "R013", "A trend has one id."),
        ("::: trend usge\nKop\n:::\n", "R008", "There is no trend"),
        ("::: trend usage\n:::\n", "R013", "has no caption"),
        ("::: trend usage\nKop\nchart: pie\n:::\n", "R013", 'no chart "pie" of a trend'),
        ("::: trend usage\nKop\nby: age\n:::\n", "R013", "can't be set here"),
        ("::: trend usage\nKop\nid: 1a\n:::\n", "R013", "is no id"),
        (TABLE + TABLE, "R016", "already the id"),
    ],
)
def test_a_block_that_cannot_be_read_says_so(text: str, code: str, told: str, tmp_path: Path) -> None:
    _, problems = composed(write_waves(tmp_path, THIS, text=text))
    assert [one.code for one in problems] == [code]
    assert told in problems[0].message


def test_two_tables_of_one_trend_are_told_how_to_have_ids(tmp_path: Path) -> None:
    _, problems = composed(write_waves(tmp_path, THIS, text=said(TABLE + TABLE)))
    assert [one.hint.split(" in ")[0] for one in problems] == ["Give it an id of its own: id: NAME"]


def test_a_text_can_refer_to_a_trend(tmp_path: Path) -> None:
    text = f"# Een\n\nZie {{@trend-usage}} en {{@slope-usage}}.\n\n{TABLE}\n{SLOPE}"
    document, problems = composed(write_waves(tmp_path, THIS, text=text))
    assert problems == ()
    assert "Tabel 1" in str(document.blocks)
    assert "Figuur 1" in str(document.blocks)


@pytest.mark.slow
def test_another_language_has_the_same_trend_in_its_own_words(tmp_path: Path) -> None:
    english = {"report/en/1.md": "# Findings\n\n::: trend usage\nUse\n:::\n"}
    this = WaveFolder((60, 30, 40), files=english)
    folder = write_waves(tmp_path, this, REWORDED, WAVES + ACCEPT)
    document, problems = composed(folder, "en")
    assert problems == ()
    table = only(document, NumberedTable)
    assert rows_of(table)[0][1:] == ["spring 2024 (n = 120)", "2026 ‡ (n = 130)", "2026 against spring 2024"]
    assert rows_of(table)[1][3] == "+13 (10 to 16; p < 0.001)"
    (folder / "report/en/1.md").write_text("# Findings\n\n::: trend usage\nUse\nchart: slope\n:::\n", "utf-8")
    assert [one.code for one in composed(folder, "en")[1]] == ["R022"]
