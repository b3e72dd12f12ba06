"""Charts: what is drawn is what was counted, inside the drawing, readable, and one text for one chart."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from chart_drawing import FRAMES, SVG, boxes, check_layout, draw, hatched, words_of
from hypothesis import given
from hypothesis import strategies as st
from sample_document import (
    HOSTILE,
    bars_chart,
    grouped_chart,
    hostile_chart,
    likert_chart,
    stacked_chart,
)

from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.charts.draw import draw_chart
from peil.report.charts.frame import WIDE, Frame
from peil.report.charts.palette import ALL, contrast, scale_colours, text_on
from peil.report.charts.rows import set_columns
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import measure

SAMPLES = [bars_chart(), stacked_chart(), grouped_chart(), hostile_chart(), *map(likert_chart, range(2, 8))]


# ---- For people who can't see it


@pytest.mark.parametrize("chart", SAMPLES, ids=lambda chart: chart.title[:20])
@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_title_and_description_name_the_drawing(chart: Chart, frame: Frame) -> None:
    svg = draw(chart, frame)
    assert svg.get("role") == "img"
    names = {e.get("id"): e.text for e in svg if e.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert [names[i] for i in (svg.get("aria-labelledby") or "").split()] == [chart.title, chart.description]


def test_ids_differ_between_figures_and_frames() -> None:
    chart = bars_chart()
    drawn = [draw_chart(chart, anchor, frame) for anchor in ("f1", "f2") for frame in FRAMES]
    ids = [i for svg in drawn for i in re.findall(r' id="([^"]+)"', svg)]
    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize("colour", [*ALL, *scale_colours([False] * 9)], ids=lambda colour: colour.name)
def test_numbers_in_parts_contrast_with_their_fill(colour) -> None:
    assert contrast(colour.text, colour.fill) >= 4.5
    assert not colour.dark or contrast(text_on(colour.dark), colour.dark) >= 4.5


@pytest.mark.parametrize("steps", range(2, 8))
def test_steps_of_a_scale_differ_in_greyscale(steps: int) -> None:
    fills = [colour.fill for colour in scale_colours([False] * steps + [True])]
    assert len(set(fills)) == steps + 1
    assert all(contrast(one, other) > 1.15 for one, other in pairwise(fills))


# ---- What is drawn


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
@pytest.mark.parametrize("chart", SAMPLES, ids=lambda chart: chart.title[:20])
def test_texts_stand_inside_and_do_not_overlap(chart: Chart, frame: Frame) -> None:
    check_layout(draw(chart, frame))


labels = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60) | st.lists(
    st.sampled_from(["werk", "de", "arbeidsongeschiktheidsverzekeringen", "en/of", "(n = 24)", "zzp’er"]),
    max_size=14,
).map(" ".join)
shares = st.none() | st.floats(0, 1)


def make_bar(share: float | None, *, wide: bool) -> Bar:
    """A bar with an interval around its share, and now and then without."""
    if share is None:
        return Bar(None, "–")
    bounds = (share * 0.7, min(1.0, share * 1.4)) if wide else (None, None)
    return Bar(share, f"{share * 100:.0f}%", wide, *bounds)


@st.composite
def charts(draw_value) -> Chart:
    kind = draw_value(st.sampled_from(ChartKind))
    categories = tuple(draw_value(st.lists(labels, min_size=1, max_size=5)))
    most = {ChartKind.BARS: (1, 1), ChartKind.SLOPE: (2, 2)}.get(kind, (1, 6))
    count = draw_value(st.integers(*most))
    columns = [draw_value(st.lists(shares, min_size=count, max_size=count)) for _ in categories]
    if kind in {ChartKind.STACKED, ChartKind.DIVERGING}:
        columns = [[s and s / max(1, sum(x or 0 for x in column)) for s in column] for column in columns]
    series = tuple(
        Series(
            draw_value(labels),
            tuple(make_bar(c[i], wide=draw_value(st.booleans())) for c in columns),
            i == 5,
            (-1, -1, 0, 1, 1, 0)[i],
        )
        for i in range(count)
    )
    return Chart(
        kind, "titel", "omschrijving", categories, series, synthetic=draw_value(st.just("") | labels)
    )


@pytest.mark.slow
@given(charts(), st.sampled_from(FRAMES))
def test_any_chart_is_laid_out_without_overlap(chart: Chart, frame: Frame) -> None:
    check_layout(draw(chart, frame))


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=6), st.sampled_from(FRAMES))
def test_length_of_bars_is_proportional(values: list[float], frame: Frame) -> None:
    bars = tuple(Bar(value, f"{value:.0%}") for value in values)
    chart = Chart(
        ChartKind.BARS, "t", "d", tuple(f"label {i}" for i in range(len(values))), (Series("s", bars),)
    )
    widths = [box["width"] for box in boxes(draw(chart, frame))]
    assert len(widths) == len(values)
    assert all(
        abs(w / widths[0] - v / values[0]) < 0.02 * v / values[0] + 0.01
        for w, v in zip(widths, values, strict=True)
    )


def test_parts_of_a_stack_lie_side_by_side_and_fill_the_bar() -> None:
    parts = boxes(draw(likert_chart(5)))
    top = [part for part in parts if part["y"] == parts[0]["y"]]
    assert len(top) == 6
    for one, other in pairwise(top):
        assert one["x"] + one["width"] < other["x"] < one["x"] + one["width"] + 1.1
    assert top[-1]["x"] + top[-1]["width"] == pytest.approx(WIDE.width - 2, abs=0.1)


def test_a_hidden_part_leaves_no_gap_that_shows_its_size() -> None:
    """Parts after a hidden one move up; what is left of 100 % is one hatched box at the end."""
    names = ("a", "b", "c", "d")
    bars = (Bar(0.3, "30%"), Bar(None, "–"), Bar(0.4, "40%"), Bar(None, "–"))
    chart = Chart(
        ChartKind.STACKED, "t", "d", ("x",), tuple(Series(n, (b,)) for n, b in zip(names, bars, strict=True))
    )
    svg = draw(chart)
    first, second = boxes(svg)
    assert first["x"] + first["width"] == pytest.approx(second["x"], abs=1.1)
    assert "–" in words_of(svg)
    (rest,) = hatched(svg)
    assert rest["width"] == pytest.approx((first["width"] + second["width"]) * 3 / 7, abs=2)


def test_zero_is_printed_and_hidden_is_a_sign_with_a_note() -> None:
    words = words_of(draw(bars_chart()))
    assert {"0%", "–", "– niet getoond"} <= set(words)
    assert len(boxes(draw(bars_chart()))) == 6


def test_an_indicative_value_is_marked_and_explained() -> None:
    words = words_of(draw(grouped_chart()))
    assert "57%*" in words
    assert "– niet getoond · * indicatief: kleine groep" in words


def test_a_number_stands_in_its_part_only_where_it_fits() -> None:
    words = words_of(draw(stacked_chart()))
    assert "28%" in words
    assert "2%" not in words


def test_legend_follows_the_order_of_the_parts() -> None:
    chart = stacked_chart()
    words = words_of(draw(chart))
    assert words[: len(chart.series)] == [series.name for series in chart.series]


def test_synthetic_data_are_labelled_in_the_drawing() -> None:
    label = "Synthetische gegevens: geen echte respondenten"
    for frame in FRAMES:
        assert label in " ".join(words_of(draw(bars_chart(synthetic=label), frame)))


def test_dont_know_is_grey() -> None:
    assert len(boxes(draw(stacked_chart()), "n1")) == 4
    muted = replace(bars_chart(), muted=frozenset({0}))
    assert [len(boxes(draw(muted), name)) for name in ("muted", "primary")] == [1, 5]


def test_the_same_chart_gives_the_same_text() -> None:
    assert draw_chart(grouped_chart(), "a") == draw_chart(grouped_chart(), "a")


def test_a_hostile_label_comes_out_as_itself() -> None:
    svg = draw(hostile_chart())
    assert f"{HOSTILE}" in " ".join(words_of(svg))
    assert draw(replace(hostile_chart(), title="a\x00\x0b\ufffeb"))[0].text == "ab"


# ---- Lines


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80), st.floats(30, 300))
def test_wrapped_lines_fit_and_keep_every_character(text: str, width: float) -> None:
    lines = wrap_text(text, width, 13)
    assert all(measure(line, 13) <= width or len(line) == 1 for line in lines)
    bare = lambda words: re.sub(r"[\s\u00ad-]", "", words)  # noqa: E731 - read twice, on the next line
    assert bare("".join(lines)) == bare(text)


def test_words_break_at_their_own_hyphens_first() -> None:
    assert wrap_text("beleids-, advies- en onderzoeksbureau/brancheorganisatie", 130, 13) == (
        "beleids-, advies- en",
        "onderzoeksbureau/",
        "brancheorganisatie",
    )


def test_a_word_too_long_breaks_before_a_syllable() -> None:
    lines = wrap_text("Arbeidsongeschiktheidsverzekeringsvoorwaardenvergelijking", 265, 13)
    assert lines == ("Arbeidsongeschiktheidsverzekeringsvoor-", "waardenvergelijking")


def test_the_size_of_a_group_stays_together() -> None:
    assert wrap_text("Werkgever met personeel (n = 24)", 160, 13)[-1] == "(n\u00a0=\u00a024)"


def test_short_labels_leave_the_room_to_the_bars() -> None:
    assert (
        set_columns(WIDE, ["ja", "nee"], 0).left
        < 50
        < set_columns(WIDE, ["een heel lang label " * 3], 0).left
    )
