"""The route map as a picture: it fits, nothing runs out of it, it can be read and is told in words."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from show_study import maps, shown, write_show_study

from peil.report.charts.frame import NARROW, WIDE, Frame
from peil.report.charts.map_signs import WASH
from peil.report.charts.palette import INK, PAPER, PRIMARY, QUIET, contrast
from peil.report.charts.picture import alternative_text, draw_picture
from peil.report.charts.route_map import draw_route_map, page_height, section_height
from peil.report.compose.show_map import TALLEST
from peil.report.document import Figure
from peil.report.fonts import Face, measure
from peil.report.route_map import Exit, MapPage, MapSection, MapWords, RouteMap, Station, Stop
from peil.study.reader.read import read_study

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
DARK_PAPER, DARK_WASH = "#14191e", "#1c232a"
WORDS = MapWords(
    "altijd gesteld", "soms gesteld", "nooit gesteld", "een pagina", "einde", "(vervolg)", "Einde"
)

words = st.text(st.characters(codec="latin-1", exclude_categories=("C", "Z")), min_size=1, max_size=14)
sentences = st.lists(words, min_size=1, max_size=30).map(" ".join)


@st.composite
def route_maps(draw: st.DrawFn) -> RouteMap:
    """Maps of one to twelve lanes."""
    lanes = tuple(draw(st.lists(sentences, min_size=1, max_size=12)))
    some = {"min_size": len(lanes), "max_size": len(lanes)}
    stations = st.builds(
        Station,
        st.sampled_from(["", "6", "23b"]),
        sentences,
        st.one_of(st.just(""), sentences),
        st.lists(st.sampled_from(Stop), **some).map(tuple),
    )
    exits = st.builds(Exit, sentences, sentences, st.lists(st.booleans(), **some).map(tuple))
    pages = st.lists(st.one_of(stations, exits), min_size=1, max_size=4).map(
        lambda rows: MapPage(tuple(rows))
    )
    made = st.lists(pages, min_size=1, max_size=3).map(tuple)
    sections = st.builds(MapSection, sentences, made, st.booleans(), st.one_of(st.just(""), sentences))
    found = tuple(draw(st.lists(sections, min_size=1, max_size=3)))
    return RouteMap("Kaart", "Wat er is.", lanes, found, WORDS, draw(st.booleans()), draw(st.booleans()))


def drawn(shown_map: RouteMap, frame: Frame) -> ET.Element:
    return parsed(draw_route_map(shown_map, "kaart", frame))


def parsed(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314 - our own drawing


def size_of(root: ET.Element) -> tuple[float, float]:
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return width, height


def level_texts(root: ET.Element) -> list[tuple[float, float, float, str]]:
    """Give left, right, baseline and words of every line that isn't turned."""
    found = []
    for group, at in [(root, 0.0)] + [(g, 0.0) for g in root.findall(f"{SVG}g")]:
        for element in group.findall(f"{SVG}text"):
            if "transform" in element.attrib:
                continue
            size = float(element.attrib["font-size"])
            face = Face.BOLD if element.get("font-weight") else Face.REGULAR
            for line in element.findall(f"{SVG}tspan") or [element]:
                width = measure(line.text or "", size, face)
                x = float(line.attrib["x"]) + at
                left = x - width / 2 if element.get("text-anchor") == "middle" else x
                found.append((left, left + width, float(line.attrib["y"]), line.text or ""))
    return found


@pytest.mark.slow
@settings(max_examples=60)
@given(shown_map=route_maps(), frame=st.sampled_from([WIDE, NARROW]))
def test_nothing_runs_out_of_the_picture(shown_map: RouteMap, frame: Frame) -> None:
    root = drawn(shown_map, frame)
    width, height = size_of(root)
    assert width == frame.width
    for left, right, y, said in level_texts(root):
        assert left >= -0.5, said
        assert right <= width + 12, said  # three lines and a sign that more follows
        assert 0 < y <= height, said
    for circle in root.findall(f"{SVG}circle"):
        assert 0 < float(circle.attrib["cx"]) < width * 0.75
        assert 0 < float(circle.attrib["cy"]) < height


@pytest.mark.slow
@settings(max_examples=40)
@given(shown_map=route_maps(), frame=st.sampled_from([WIDE, NARROW]))
def test_there_is_a_station_for_each_stop(shown_map: RouteMap, frame: Frame) -> None:
    circles = drawn(shown_map, frame).findall(f"{SVG}circle")
    stops = [stop for row in shown_map.rows if isinstance(row, Station) for stop in row.stops]
    hollow = [circle for circle in circles if "hollow" in circle.attrib["class"]]
    assert len(hollow) == stops.count(Stop.SOMETIMES)
    assert len(circles) - len(hollow) == stops.count(Stop.ALWAYS)
    assert all("stroke-dasharray" in circle.attrib for circle in hollow)


@pytest.mark.slow
@settings(max_examples=40)
@given(shown_map=route_maps(), frame=st.sampled_from([WIDE, NARROW]))
def test_a_map_is_as_tall_as_its_parts_are_reckoned_before_it_is_cut(
    shown_map: RouteMap, frame: Frame
) -> None:
    reckoned = sum(
        section_height(one, shown_map, frame)
        + sum(page_height(page, shown_map.lanes, frame) for page in one.pages)
        for one in shown_map.sections
    )
    twice = replace(shown_map, sections=shown_map.sections * 2)
    once, both = (size_of(drawn(one, frame))[1] for one in (shown_map, twice))
    assert both - once == pytest.approx(reckoned, abs=0.2)


def test_the_legend_explains_just_the_signs_there_are() -> None:
    def legend(*rows: Station | Exit) -> set[str]:
        shown_map = RouteMap("K", "", ("a",), (MapSection("S", (MapPage(rows),)),), WORDS)
        said = {text for _, _, _, text in level_texts(drawn(shown_map, WIDE))}
        return said & {WORDS.never, WORDS.exit}

    asked, passed = Station("1", "Wat?", "", (Stop.ALWAYS,)), Station("2", "Wat?", "", (Stop.NEVER,))
    assert legend(asked) == set()
    assert legend(asked, passed) == {WORDS.never}
    assert legend(asked, Exit("Einde: klaar", "wie jong is", (True,))) == {WORDS.exit}


def test_stations_of_one_question_stand_level() -> None:
    always = Station("1", "Wat?", "", (Stop.ALWAYS, Stop.SOMETIMES, Stop.ALWAYS))
    shown_map = RouteMap("K", "", ("a", "b", "c"), (MapSection("S", (MapPage((always,)),)),), WORDS)
    circles = drawn(shown_map, WIDE).findall(f"{SVG}circle")
    assert len({circle.attrib["cy"] for circle in circles}) == 1
    assert len({circle.attrib["cx"] for circle in circles}) == 3


def test_only_a_notice_has_a_small_station() -> None:
    rows = (
        Station("", "Wie doet mee?", "", (Stop.ALWAYS,)),
        Station("1", "Wat?", "", (Stop.ALWAYS,)),
        Station("", "Welkom", "", (Stop.ALWAYS,), notice=True),
    )
    shown_map = RouteMap("K", "", ("a",), (MapSection("S", (MapPage(rows),)),), WORDS)
    unnumbered, numbered, notice = (
        float(circle.attrib["r"]) for circle in drawn(shown_map, WIDE).findall(f"{SVG}circle")
    )
    assert unnumbered == numbered > notice


@pytest.mark.slow
@settings(max_examples=30)
@given(shown_map=route_maps())
def test_the_same_map_gives_the_same_drawing_with_a_title(shown_map: RouteMap) -> None:
    assert draw_picture(shown_map, "a") == draw_picture(shown_map, "a")
    root = drawn(shown_map, WIDE)
    ids = {element.attrib["id"] for element in root if "id" in element.attrib}
    assert set(root.attrib["aria-labelledby"].split()) == ids
    assert root.attrib["role"] == "img"


def test_the_map_is_told_in_words_with_all_it_shows() -> None:
    rows = (
        Station("6", "Gebruik", "wie iets koos", (Stop.ALWAYS, Stop.SOMETIMES, Stop.NEVER)),
        Exit("Eerder einde: klaar", "wie jong is", (False, True, False)),
    )
    shown_map = RouteMap("K", "Kaart.", ("a", "b", "c"), (MapSection("S", (MapPage(rows),)),), WORDS)
    assert alternative_text(shown_map) == (
        "Kaart. 6 Gebruik: altijd gesteld: a, soms gesteld: b; Eerder einde: klaar, wie jong is (b)"
    )


def test_it_can_be_read_on_light_and_dark_paper() -> None:
    for ground in (PAPER, WASH):
        assert contrast(PRIMARY.fill, ground) >= 3
        assert contrast(INK, ground) >= 4.5
        assert contrast(QUIET, ground) >= 4.5
    for ground in (DARK_PAPER, DARK_WASH):
        assert contrast(PRIMARY.dark, ground) >= 3


# ---- Cut to fit paper


@pytest.fixture(scope="module")
def reference() -> list[Figure]:
    return maps(shown(read_study(ROOT / "studies" / "genai-creative-work")))


def heights(figures: list[Figure]) -> list[float]:
    return [size_of(parsed(draw_picture(figure.chart, "k")))[1] for figure in figures]


@pytest.mark.slow
def test_a_long_map_is_cut_into_parts_that_fit_on_paper(reference: list[Figure]) -> None:
    assert 3 <= len(reference) <= 5
    assert max(heights(reference)) <= TALLEST
    assert [figure.chart.first for figure in reference] == [True] + [False] * (len(reference) - 1)
    assert [figure.chart.last for figure in reference] == [False] * (len(reference) - 1) + [True]


def test_the_parts_hold_every_question_once_and_each_page_whole(reference: list[Figure]) -> None:
    study = read_study(ROOT / "studies" / "genai-creative-work")
    stations = [row for figure in reference for row in figure.chart.rows if isinstance(row, Station)]
    assert len(stations) == len(study.questionnaire.questions)
    pages = [page for figure in reference for one in figure.chart.sections for page in one.pages]
    assert len(pages) == len(study.route.pages)


def test_a_short_map_is_one_picture(tmp_path) -> None:
    assert [figure.caption for figure in maps(shown(write_show_study(tmp_path)))] == ["Routekaart"]


@pytest.mark.slow
@settings(max_examples=15)
@given(sizes=st.lists(st.integers(1, 5), min_size=1, max_size=30))
def test_no_part_is_taller_than_paper_however_long_the_questionnaire(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int]
) -> None:
    """Pages of one to five questions, a section for every four of them, later ones with a long condition."""
    lines, number = [], 0
    for place, size in enumerate(sizes):
        asked = f"if {' or '.join(f'q{one + 1} is a' for one in range(number))}\n" if place else ""
        lines.append("---" if place % 4 else f"# s{place}: Deel {place}\n{asked}\n---")
        for _ in range(size):
            number += 1
            asked = f"if q{number - 1} is a\n" if number % 3 == 0 else ""
            lines.append(f"## q{number}\n{asked}Vraag {number}?\n- ( ) a: A\n- ( ) b: B")
    folder = tmp_path_factory.mktemp("long")
    settings = '[about]\ntitle = "T"\nlanguages = ["nl", "en", "fr"]\n'
    figures = maps(shown(write_show_study(folder, "\n\n".join(lines) + "\n", settings)))
    assert max(heights(figures)) <= TALLEST
    stations = [row.number for figure in figures for row in figure.chart.rows]
    assert stations == [str(one) for one in range(1, number + 1)]
