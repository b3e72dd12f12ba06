"""Charts that an office program draws: the printed numbers and nothing more, in the part and its workbook."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_charts import KINDS, MADE, A, C, cells_at, drawn_series, parts_of
from sample_document import HOSTILE, bars_chart, bars_of, grouped_chart, stacked_chart

from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.charts.picture import alternative_text
from peil.report.native_chart.make import make_native
from peil.report.native_chart.native_chart import NativeChart, Setting

WORD = Setting(450.0, 560.0, "Calibri", 9.0, "nl-NL")
PANELS = 3


def only(chart: Chart) -> NativeChart:
    (made,) = make_native(chart, WORD)
    return made


def shares_in(made: NativeChart) -> dict[str, list[float | None]]:
    """What a bar or stacked chart draws, by the name of the series; helpers have no name."""
    return {
        one.name: [None if cell is None else float(cell) for cell in one.cells["val"][1]]
        for one in drawn_series(made.xml)
        if one.name.strip()
    }


@pytest.mark.parametrize("kind", ChartKind)
def test_every_kind_is_sound_the_same_each_time_and_opens_its_workbook(kind: ChartKind) -> None:
    chart = KINDS[kind](synthetic=MADE)
    made = make_native(chart, WORD)
    assert made == make_native(chart, WORD)
    assert len(made) == (PANELS if kind is ChartKind.MULTIPLES else 1)
    for one in made:
        assert ET.fromstring(one.xml).find(f"{C}externalData") is not None  # noqa: S314 - our own file
        assert one.least > 0
        assert one.height <= WORD.tallest
        book = openpyxl.load_workbook(BytesIO(one.workbook))
        assert book.sheetnames == ["Data"]


@pytest.mark.parametrize("kind", ChartKind)
def test_the_workbook_holds_what_the_chart_draws_and_hidden_cells_are_empty_in_both(kind: ChartKind) -> None:
    empty = 0
    for made in make_native(KINDS[kind](), WORD):
        for series in drawn_series(made.xml):
            for address, cells in series.cells.values():
                for drawn, held in zip(cells, cells_at(made.workbook, address), strict=True):
                    if drawn is None:
                        assert held is None
                        empty += 1
                    elif isinstance(held, str):
                        assert drawn == held
                    else:
                        assert float(drawn) == pytest.approx(held, abs=1e-12)
    assert empty, "every sample hides a value"


@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.GROUPED, ChartKind.STACKED, ChartKind.DIVERGING])
def test_the_sheet_shows_every_share_as_it_is(kind: ChartKind) -> None:
    chart = KINDS[kind]()
    wanted = {series.name: [bar.share for bar in series.bars] for series in chart.series}
    assert shares_in(only(chart)) == wanted


def test_a_share_is_no_more_exact_than_its_label() -> None:
    exact = 6 / 13
    chart = replace(bars_chart(), categories=("a", "b"), muted=frozenset())
    chart = replace(chart, series=(Series("x", (Bar(exact, "46%"), Bar(1 / 3, "33,3%"))),))
    made = only(chart)
    assert shares_in(made) == {"x": [0.46, 0.333]}
    assert str(exact)[:6].encode() not in b"".join(parts_of(made.workbook).values()) + made.xml


def test_bounds_are_told_in_whole_percentages() -> None:
    bar = Bar(6 / 13, "46%", low=0.31234, high=0.61111)
    chart = Chart(ChartKind.DOTS, "t", "d", ("a",), (Series("x", (bar,)),))
    (first, _) = drawn_series(only(chart).xml)
    assert first.cells["xVal"][1] == ["0.31", "0.46", "0.61", None]


def test_a_hidden_value_is_told_beside_its_label() -> None:
    labels = next(drawn_series(only(bars_chart()).xml)).cells["cat"][1]
    assert labels[-1] == "Geen van deze –"
    assert all("–" not in label for label in labels[:-1])
    stacked = next(drawn_series(only(stacked_chart()).xml)).cells["cat"][1][-1]
    assert stacked.replace("\n", " ").endswith("(– Zeer vaak, Vaak, Nooit)")


def test_diverging_bars_meet_in_the_middle_of_the_neutral_answer() -> None:
    series = list(drawn_series(only(KINDS[ChartKind.DIVERGING]()).xml))
    values = [[float(cell or 0) for cell in one.cells["val"][1]] for one in series]
    assert [one.name.strip() for one in series][:1] == [""]
    middles = {round(values[0][i] + values[1][i] + values[2][i] + values[3][i] / 2, 6) for i in range(3)}
    assert len(middles) == 1
    apart = {round(sum(column[i] for column in values[:-1]), 6) for i in range(3)}
    assert len(apart) == 1, "don't know stands apart, in a line of its own"
    axis = ET.fromstring(only(KINDS[ChartKind.DIVERGING]()).xml).find(f".//{C}catAx/{C}crossesAt")  # noqa: S314 - our own file
    assert float(axis.get("val")) == pytest.approx(middles.pop())


def test_a_slope_is_a_line_for_each_answer_from_then_to_now() -> None:
    series = list(drawn_series(only(KINDS[ChartKind.SLOPE]()).xml))
    assert [one.name for one in series] == ["Zeer vaak", "Vaak (– voorjaar 2026)", "Soms"]
    assert [one.cells["val"][1] for one in series] == [["0.18", "0.31"], ["0.28", None], ["0.24", "0.14"]]
    assert series[0].cells["cat"][1] == ["voorjaar 2024", "voorjaar 2026"]


def test_each_dot_stands_between_its_bounds_on_its_own_row() -> None:
    first, second, labels = drawn_series(only(KINDS[ChartKind.DOTS]()).xml)
    assert first.cells["xVal"][1][:4] == ["0.61", "0.64", "0.68", None]
    assert second.cells["xVal"][1][8:] == [None] * 4
    assert second.cells["yVal"][1][8:] == [None] * 4
    assert [cell for cell in labels.cells["yVal"][1] if cell] == ["3.0", "2.0", "1.0"]
    assert float(first.cells["yVal"][1][1]) > 3 > float(second.cells["yVal"][1][1])


def test_small_multiples_are_charts_of_one_series_of_the_same_height() -> None:
    chart = KINDS[ChartKind.MULTIPLES](synthetic=MADE)
    made = make_native(chart, WORD)
    assert [next(drawn_series(one.xml)).name for one in made] == [series.name for series in chart.series]
    assert len({one.height for one in made}) == 1
    assert all(MADE in one.xml.decode() for one in made)
    assert made[0].description.startswith(chart.description)
    assert "56%" in made[2].description
    assert "64%" not in made[2].description


@pytest.mark.parametrize("kind", ChartKind)
def test_synthetic_data_and_signs_are_told_within_the_chart(kind: ChartKind) -> None:
    for made in make_native(KINDS[kind](synthetic=MADE), WORD):
        assert f"{MADE} · – niet getoond" in made.xml.decode()
    for made in make_native(KINDS[kind](), WORD):
        assert MADE not in made.xml.decode()


@pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind is not ChartKind.MULTIPLES])
def test_a_chart_is_told_in_words_as_in_every_other_format(kind: ChartKind) -> None:
    chart = KINDS[kind]()
    made = only(chart)
    assert (made.title, made.description) == (chart.title, alternative_text(chart))


def test_indicative_numbers_have_their_sign_and_keep_their_value() -> None:
    made = only(grouped_chart())
    formats = {one.get("formatCode") for one in ET.fromstring(made.xml).iter(f"{C}numFmt")}  # noqa: S314 - our own file
    assert '0%"*"' in formats
    assert shares_in(made)["Werkgever (n = 14)"][0] == 0.57


def test_colours_are_those_of_the_report() -> None:
    fills = [one.get("val") for one in ET.fromstring(only(bars_chart()).xml).iter(f"{A}srgbClr")]  # noqa: S314 - our own file
    assert "1F5C8A" in fills
    assert "87929C" in fills, "don't know is grey"


def test_a_number_that_its_part_has_no_room_for_is_left_out() -> None:
    thin = replace(stacked_chart(), categories=("a",), series=())
    series = (Series("veel", bars_of(99)), Series("weinig", bars_of(1)))
    made = only(replace(thin, series=series))
    deleted = [
        [label.find(f"{C}delete") is not None for label in one.iter(f"{C}dLbl")]
        for one in ET.fromstring(made.xml).iter(f"{C}ser")  # noqa: S314 - our own file
    ]
    assert deleted == [[], [True]]


def test_rows_grow_with_their_labels_up_to_what_there_is() -> None:
    short = replace(bars_chart(), categories=tuple("abcdefgh"))
    long = replace(bars_chart(), categories=("Een heel lang antwoord dat over regels loopt " * 3,) * 8)
    assert only(short).height < only(long).height <= WORD.tallest
    assert only(replace(long, categories=("woord " * 90,) * 8)).height <= WORD.tallest + 1


def test_a_label_that_looks_like_a_formula_is_words() -> None:
    chart = replace(bars_chart(), categories=("=1+1", *bars_chart().categories[1:]))
    sheet = openpyxl.load_workbook(BytesIO(only(chart).workbook))["Data"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


@settings(max_examples=20)
@given(
    words=st.text(max_size=20),
    shares=st.lists(st.none() | st.integers(0, 100), min_size=1, max_size=5),
    kind=st.sampled_from(ChartKind),
)
@pytest.mark.slow
def test_any_words_and_shares_give_a_chart_that_can_be_read(
    words: str, shares: list, kind: ChartKind
) -> None:
    series = (Series(words, bars_of(*shares)), Series(HOSTILE, bars_of(*reversed(shares)), side=-1))
    chart = Chart(kind, words, words, tuple(words for _ in shares), series)
    for made in make_native(chart, WORD):
        ET.fromstring(made.xml)  # noqa: S314 - our own file
        openpyxl.load_workbook(BytesIO(made.workbook))
