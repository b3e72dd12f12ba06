"""Each kind of chart: what stands where, that a hidden value gives nothing away, that hue isn't all."""

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from chart_drawing import FRAMES, SVG, boxes, check_layout, draw, hatched, lines_of, place_of, words_of
from hypothesis import given
from hypothesis import strategies as st
from sample_document import GROUPS, REASONS, bars_of, grouped_chart

from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.charts.draw import draw_chart
from peil.report.charts.frame import NARROW, WIDE, Frame
from peil.report.charts.spread import spread

SCALE = ("Helemaal oneens", "Oneens", "Niet eens, niet oneens", "Eens", "Helemaal eens")
DONT_KNOW = "Weet ik niet of zeg ik liever niet"
HOURS = (
    "Helemaal geen",
    "1 tot en met 20 procent",
    "21 tot en met 40 procent",
    "41 procent of meer",
    DONT_KNOW,
)


def likert(*rows: tuple[int | None, ...], sides: tuple[int, ...] = (-1, -1, 0, 1, 1)) -> Chart:
    """A diverging chart of rows with a share for each answer of the scale and don't know."""
    names = (*SCALE[: len(sides)], DONT_KNOW)
    series = tuple(
        Series(name, bars_of(*(row[place] for row in rows)), place == len(sides), (*sides, 1)[place])
        for place, name in enumerate(names)
    )
    return Chart(ChartKind.DIVERGING, "Minder plezier", "Omschrijving", GROUPS[: len(rows)], series)


def slope(then: tuple[int | None, ...], now: tuple[int | None, ...]) -> Chart:
    series = (Series("Nu", bars_of(*then)), Series("Over twee jaar", bars_of(*now)))
    return Chart(
        ChartKind.SLOPE, "Werkuren", "Omschrijving", HOURS[: len(then)], series, muted=frozenset({4})
    )


def multiples(panels: int, share: int = 40) -> Chart:
    series = tuple(
        Series(f"Sector {i} (n = {30 + i})", bars_of(share, 20, None, 8, 2)) for i in range(panels)
    )
    return Chart(ChartKind.MULTIPLES, "Uren", "Omschrijving", HOURS, series, muted=frozenset({4}))


def dots(*series: tuple[Bar, ...]) -> Chart:
    found = tuple(Series(GROUPS[place], bars) for place, bars in enumerate(series))
    return Chart(ChartKind.DOTS, "Redenen", "Omschrijving", REASONS[: len(series[0])], found)


def between(low: int, share: int, high: int) -> Bar:
    return Bar(share / 100, f"{share}%", low=low / 100, high=high / 100)


def axis_of(svg: ET.Element) -> float:
    """Where the line of a diverging chart stands."""
    found = {line.get("x1") for line in svg.iter(f"{SVG}line") if line.get("class") == "axis"}
    assert len(found) == 1
    return float(found.pop() or "nan")


def lines_in(svg: ET.Element, role: str) -> list[tuple[float, float, float, float]]:
    found = (line for line in svg.iter(f"{SVG}line") if line.get("class") == role)
    return [tuple(float(line.get(key, "nan")) for key in ("x1", "y1", "x2", "y2")) for line in found]


# ---- Diverging


def test_what_is_neutral_lies_across_the_line_and_the_others_beside_it() -> None:
    svg = draw(likert((10, 15, 20, 30, 20, 5)))
    axis = axis_of(svg)
    parts = boxes(svg)
    ends = [(box["x"], box["x"] + box["width"]) for box in parts]
    assert [left for left, _ in ends] == sorted(left for left, _ in ends)
    assert ends[1][1] <= axis <= ends[3][0]
    assert ends[2][0] == pytest.approx(2 * axis - ends[2][1], abs=1.1)
    assert ends[5][0] > ends[4][1] + 10
    widths = [box["width"] + 1 for box in parts]
    assert widths == pytest.approx([widths[0] * share / 10 for share in (10, 15, 20, 30, 20, 5)], abs=0.1)


def test_the_number_on_the_line_stands_on_a_plate_over_it() -> None:
    for frame in FRAMES:
        drawn = draw_chart(likert((10, 15, 20, 30, 20, 5)), "f", frame)
        line, plate, number = (
            drawn.index(words) for words in ('class="axis"', 'class="plate fill-mid0"', ">20%<")
        )
        assert line < plate < number
        assert drawn.rindex('class="axis"') < plate
        svg = ET.fromstring(drawn)  # noqa: S314 - our own drawing
        box = next(r for r in svg.iter(f"{SVG}rect") if (r.get("class") or "").startswith("plate"))
        left, width = float(box.get("x", "")), float(box.get("width", ""))
        words, start, end, _, _ = next(line for line in lines_of(svg) if line[0] == "20%")
        assert (left <= start, end <= left + width) == (True, True), words
        assert start < axis_of(svg) < end


def test_an_even_scale_has_its_line_between_the_halves() -> None:
    svg = draw(likert((30, 20, 25, 20, 5), sides=(-1, -1, 1, 1)))
    axis = axis_of(svg)
    parts = boxes(svg)
    assert parts[1]["x"] + parts[1]["width"] == pytest.approx(axis, abs=1.1)
    assert parts[2]["x"] == pytest.approx(axis, abs=0.1)
    assert "plate" not in draw_chart(likert((30, 20, 25, 20, 5), sides=(-1, -1, 1, 1)), "f")


def test_the_line_is_one_for_all_rows_and_runs_through_no_label_on_a_phone() -> None:
    chart = likert((40, 30, 10, 10, 5, 5), (0, 5, 5, 40, 45, 5), (10, 10, 10, 30, 40, 0))
    assert axis_of(draw(chart)) > 0
    svg = draw(chart, NARROW)
    labels = [(y - 0.76 * size, y + 0.24 * size) for text, _, _, y, size in lines_of(svg) if "(n" in text]
    assert len(labels) == 3
    for _, top, _, bottom in lines_in(svg, "axis"):
        assert not any(top < below and bottom > above for above, below in labels)


def test_dont_know_stands_apart_and_in_grey_with_its_number_beside_it() -> None:
    svg = draw(likert((10, 15, 20, 30, 20, 5), (30, 30, 20, 10, 8, 2)))
    (one, other) = boxes(svg, "n1")
    assert one["x"] == other["x"]
    assert place_of(svg, "2%")[0] > other["x"] + other["width"]


def test_a_hidden_part_keeps_its_place_and_its_box_tells_nothing() -> None:
    """Whatever the parts' sizes, the box of a hidden one is equally wide."""
    some = hatched(draw(likert((10, None, 20, 30, None, 5))))
    others = hatched(draw(likert((40, None, 50, 1, None, 5))))
    assert [box["width"] for box in some] == [box["width"] for box in others]
    assert len({box["width"] for box in some}) == 1
    svg = draw(likert((10, None, 20, 30, None, 5)))
    assert words_of(svg).count("–") == 2
    assert "– niet getoond" in words_of(svg)
    parts = boxes(svg)
    first, second = hatched(svg)
    assert parts[0]["x"] < first["x"] < parts[1]["x"] < parts[2]["x"] < second["x"]


def test_a_hidden_neutral_is_boxed_across_the_line() -> None:
    svg = draw(likert((10, 15, None, 30, 20, 5)))
    (box,) = hatched(svg)
    assert box["x"] < axis_of(svg) < box["x"] + box["width"]


# ---- Stacked


def test_a_stack_of_which_everything_is_hidden_is_hatched_whole() -> None:
    chart = replace(likert((None,) * 6), kind=ChartKind.STACKED)
    (box,) = hatched(draw(chart))
    assert boxes(draw(chart)) == []
    assert box["width"] > 300


# ---- Grouped


def test_neighbouring_bars_differ_in_more_than_hue() -> None:
    drawn = draw_chart(grouped_chart(), "f")
    overlays = [index for index, part in enumerate(drawn.split("<rect")) if "url(#f-wide-" in part]
    assert overlays
    assert '<pattern id="f-wide-slant"' in drawn
    assert "url(#f-wide-hatch" not in drawn


def test_patterns_are_defined_where_used_and_nowhere_else() -> None:
    for chart in (grouped_chart(), likert((10, None, 20, 30, None, 5)), multiples(4), slope((1, 2), (3, 4))):
        drawn = draw_chart(chart, "f")
        svg = ET.fromstring(drawn)  # noqa: S314 - our own drawing
        named = {pattern.get("id") for pattern in svg.iter(f"{SVG}pattern")}
        fills = {(rect.get("fill") or "")[5:-1] for rect in svg.iter(f"{SVG}rect") if "url" in drawn}
        assert named == {fill for fill in fills if fill.startswith("f-wide")}


# ---- Multiples


@pytest.mark.parametrize(("panels", "rows"), [(2, [2]), (3, [3]), (4, [2, 2]), (7, [3, 3, 1])])
def test_panels_wrap_to_rows_of_equal_length(panels: int, rows: list[int]) -> None:
    svg = draw(multiples(panels))
    tops = [place_of(svg, f"Sector {i} (n = {30 + i})")[1] for i in range(panels)]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows


def test_a_phone_has_panels_two_by_two() -> None:
    svg = draw(multiples(4), NARROW)
    tops = [place_of(svg, f"Sector {i} (n = {30 + i})")[1] for i in range(4)]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == [2, 2]


def test_panels_share_one_scale() -> None:
    chart = multiples(3)
    larger = Series("Groot (n = 40)", bars_of(80, 20, None, 8, 2))
    widths = [box["width"] for box in boxes(draw(replace(chart, series=(*chart.series[:2], larger))))]
    assert widths == pytest.approx(
        [widths[2] * part for part in (0.5, 0.5, 1, 0.25, 0.25, 0.25, *[0.1] * 3, *[0.025] * 3)], abs=0.1
    )


def test_the_longest_bar_fills_its_panel() -> None:
    longest = [max(box["width"] for box in boxes(draw(multiples(3, share)))) for share in (20, 40, 80)]
    assert longest == pytest.approx([longest[0]] * 3, abs=2)


def test_a_hidden_share_has_its_sign_in_its_panel() -> None:
    svg = draw(multiples(2))
    assert words_of(svg).count("–") == 2
    assert "– niet getoond" in words_of(svg)


# ---- Slope


def test_lines_run_from_then_to_now_and_say_by_dashes_which_fall() -> None:
    svg = draw(slope((38, 30, 11, 6, 11), (12, 34, 11, 20, 19)))
    (falling,), rising, flat = (lines_in(svg, role) for role in ("fall", "rise", "flat"))
    assert falling[3] > falling[1]
    assert len(rising) == 2
    assert all(y2 < y1 for _, y1, _, y2 in rising)
    assert len(flat) == 2  # unchanged, and don't know
    dashed = [line.get("stroke-dasharray") for line in svg.iter(f"{SVG}line") if line.get("class") == "fall"]
    assert dashed != [None]
    heights = {share: y for (_, y, _, _), share in zip([*rising, falling], (30, 6, 38), strict=True)}
    zero = heights[6] + (heights[6] - heights[38]) * 6 / 32
    assert (zero - heights[30]) / (zero - heights[38]) == pytest.approx(30 / 38, abs=0.01)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_labels_at_both_ends_of_crowded_lines_stand_clear(frame: Frame) -> None:
    svg = draw(slope((20, 20, 21, 20, 19), (0, 0, 0, 1, 99)), frame)
    check_layout(svg)
    for share in ("19%", "21%", "99%", "1%"):
        place_of(svg, share)
    assert len([words for words in words_of(svg) if words == "20%"]) == 3
    assert lines_in(svg, "rule")
    for told in ([21, 20, 20, 20, 19], [99, 1, 0, 0, 0]):
        ends = [(y, words) for words, _, _, y, _ in lines_of(svg) if words in {f"{share}%" for share in told}]
        assert [words for _, words in sorted(ends)] == [f"{share}%" for share in told]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_a_hidden_end_has_no_line_and_a_place_that_tells_nothing(frame: Frame) -> None:
    """The signs stand under everything else, in the categories' own order."""
    svg = draw(slope((38, None, 11, None, 11), (12, 34, 11, 20, 19)), frame)
    assert sum(len(lines_in(svg, role)) for role in ("rise", "fall", "flat")) == 3
    signs = [y for words, _, _, y, _ in lines_of(svg) if words == "–"]
    shown = [y for words, _, _, y, _ in lines_of(svg) if words.endswith("%")]
    assert len(signs) == 2
    assert min(signs) > max(shown)
    assert len(list(svg.iter(f"{SVG}circle"))) == 8


def test_a_slope_of_nothing_shown_is_drawn_all_the_same() -> None:
    svg = draw(slope((None, None), (None, None)))
    check_layout(svg)
    assert words_of(svg).count("–") == 4


@given(
    st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), min_size=1, max_size=12),
)
def test_labels_are_pushed_apart_and_stay_in_the_room(found: list[tuple[float, float]]) -> None:
    wanted, heights = sorted(place for place, _ in found), [height for _, height in found]
    high = max(300.0, sum(heights)) + 1
    placed = spread(wanted, heights, 0, high)
    ends = [(y - height / 2, y + height / 2) for y, height in zip(placed, heights, strict=True)]
    assert ends[0][0] >= -1e-6
    assert ends[-1][1] <= high + 1e-6
    assert all(below[0] - above[1] >= -1e-6 for above, below in pairwise(ends))


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([50, 150, 250], [20, 20, 20], 0, 300) == (50, 150, 250)
    assert spread([100, 100], [20, 20], 0, 300) == (90, 110)
    assert spread([], [], 0, 300) == ()


# ---- Dots


def test_an_interval_runs_from_its_low_to_its_high_bound() -> None:
    svg = draw(dots((between(40, 50, 60), between(5, 10, 20), between(80, 90, 100))))
    spans = [(x1, x2) for x1, _, x2, _ in lines_in(svg, "whisker") if x1 != x2]
    grid = sorted({x for x, _, _, _ in lines_in(svg, "rule")})
    zero, whole = grid[0], grid[-1]
    shares = [((left - zero) / (whole - zero), (right - zero) / (whole - zero)) for left, right in spans]
    assert shares == [pytest.approx(pair, abs=0.001) for pair in ((0.4, 0.6), (0.05, 0.2), (0.8, 1.0))]
    assert {"0%", "20%", "40%", "60%", "80%", "100%"} <= set(words_of(svg))


def test_the_scale_ends_shortly_after_the_largest_bound() -> None:
    words = words_of(draw(dots((between(4, 8, 14), between(1, 3, 6)))))
    assert [word for word in words if word in {"0%", "5%", "10%", "15%", "20%", "25%"}] == [
        "0%",
        "5%",
        "10%",
        "15%",
    ]


def test_marks_of_series_differ_in_shape() -> None:
    bars = (between(40, 50, 60),)
    marks = [path.get("d", "") for path in draw(dots(bars, bars, bars)).iter(f"{SVG}path")]
    shapes = {mark.split("m", 1)[1] for mark in marks}
    assert (len(marks), len(shapes)) == (6, 3)


def test_a_hidden_dot_is_a_sign_and_one_without_interval_a_dot() -> None:
    svg = draw(dots((Bar(None, "–"), Bar(0.0, "0%"), between(10, 20, 30))))
    assert len(list(svg.iter(f"{SVG}path"))) == 2
    assert len([line for line in lines_in(svg, "whisker") if line[0] != line[2]]) == 1
    assert "–" in words_of(svg)


# ---- All of them


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda frame: frame.name)
@pytest.mark.parametrize("kind", list(ChartKind))
def test_long_words_and_many_digits_fit_every_kind(kind: ChartKind, frame: Frame) -> None:
    word = "arbeidsongeschiktheidsverzekeringsvoorwaardenvergelijkingsrapportage"
    sides = (-1, 0, 1, 1)
    long = Bar(0.25, "25,5%*", indicative=True, low=0.2, high=0.3)
    series = tuple(
        Series(f"{word} {i}", (long, Bar(None, "–")), i == 3, sides[i])
        for i in range({ChartKind.BARS: 1, ChartKind.SLOPE: 2}.get(kind, 4))
    )
    check_layout(draw(Chart(kind, word, word, (f"{word} ({word}, n = 1.250)", word), series), frame))
