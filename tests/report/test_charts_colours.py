"""Colours of charts: told apart by eyes that see fewer hues, in greyscale print and on a dark page."""

import re
from importlib.resources import files
from itertools import combinations, pairwise, product

import pytest

from peil.report.charts.dark import dark_rules
from peil.report.charts.palette import (
    ALL,
    EDGE,
    FALL,
    INK,
    MUTED,
    PAPER,
    PRIMARY,
    QUIET,
    RULE,
    Colour,
    category_colours,
    contrast,
    diverging_colours,
    scale_colours,
    text_on,
)

SHEET = files("peil.report.html").joinpath("templates/style.css").read_text("utf-8")
DARK = dict(
    re.findall(r"--(\w+): (#[0-9a-f]{6})", SHEET.split("(prefers-color-scheme: dark)")[1].split("*")[0])
)
"""What a page sets where its reader prefers dark ones."""
Matrix = tuple[tuple[float, float, float], ...]
EYES: dict[str, Matrix] = {
    "all hues": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How linear red, green and blue are seen (Machado, Oliveira and Fernandes 2009, severity 1)."""


def scale(steps: int) -> tuple[Colour, ...]:
    return scale_colours([False] * steps + [True])


def diverging(left: int, right: int, across: int = 1) -> tuple[Colour, ...]:
    sides = [-1] * left + [0] * across + [1] * right
    return diverging_colours([False] * len(sides), sides)


SETS = {
    **{f"scale of {steps}": scale(steps) for steps in range(2, 8)},
    **{f"{left} against {right}": diverging(left, right) for left, right in product((1, 2, 3), repeat=2)},
    "even scale": diverging(2, 2, across=0),
    "groups": category_colours([False] * 8),
}


def linear(colour: str) -> list[float]:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour: str, eyes: Matrix) -> tuple[float, float, float]:
    """A colour in CIE L*a*b* (D65), as such eyes see it."""
    own = linear(colour)
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, own, strict=True)))) for row in eyes)
    white = (0.95047, 1.0, 1.08883)
    rows = ((0.41246, 0.35758, 0.18044), (0.21267, 0.71515, 0.07217), (0.01933, 0.11919, 0.95030))
    x, y, z = (
        cube_root((a * red + b * green + c * blue) / of) for (a, b, c), of in zip(rows, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cube_root(value: float) -> float:
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116


def distance(one: str, other: str, eyes: Matrix) -> float:
    pairs = zip(seen(one, eyes), seen(other, eyes), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("eyes", EYES.values(), ids=EYES)
@pytest.mark.parametrize("colours", SETS.values(), ids=SETS)
def test_neighbours_differ_for_all_eyes(colours: tuple[Colour, ...], eyes: Matrix) -> None:
    for one, other in pairwise(colours):
        assert distance(one.fill, other.fill, eyes) > 12, (one.name, other.name)
        assert distance(one.dark or one.fill, other.dark or other.fill, eyes) > 12, (one.name, other.name)


@pytest.mark.parametrize("eyes", EYES.values(), ids=EYES)
@pytest.mark.parametrize("name", [name for name in SETS if name != "groups"])
def test_any_two_of_a_scale_differ_for_all_eyes(name: str, eyes: Matrix) -> None:
    assert min(distance(a.fill, b.fill, eyes) for a, b in combinations(SETS[name], 2)) > 8


@pytest.mark.parametrize("colours", SETS.values(), ids=SETS)
def test_neighbours_differ_in_greyscale_print(colours: tuple[Colour, ...]) -> None:
    """Luminance is what a printer without colours leaves."""
    assert all(contrast(one.fill, other.fill) >= 1.24 for one, other in pairwise(colours))


def test_neighbouring_groups_differ_in_pattern_too() -> None:
    patterns = [colour.pattern for colour in category_colours([False] * 4)]
    assert all(one != other for one, other in pairwise(patterns))


@pytest.mark.parametrize("colour", ALL, ids=lambda colour: colour.name)
def test_every_area_stands_out_from_the_page_by_itself_or_by_its_edge(colour: Colour) -> None:
    """WCAG 1.4.11; between neighbours runs a seam of paper, from which each of them stands out."""
    assert contrast(colour.edge or colour.fill, PAPER) >= 3
    assert contrast(colour.dark or colour.fill, DARK["paper"]) >= 3


def test_the_line_stands_out_from_what_lies_across_it() -> None:
    (across,) = diverging(0, 0)
    assert contrast(INK, across.fill) >= 3
    assert contrast(DARK["ink"], across.dark or across.fill) >= 3


@pytest.mark.parametrize("steps", range(1, 8))
def test_a_side_of_many_answers_is_darkest_at_its_end(steps: int) -> None:
    left = [contrast(colour.fill, PAPER) for colour in diverging(steps, 0)[:-1]]
    right = [contrast(colour.fill, PAPER) for colour in diverging(0, steps)[1:]]
    assert left == sorted(left, reverse=True)
    assert right == sorted(right)
    assert len({colour.fill for colour in diverging(steps, steps)}) == 2 * steps + 1


def test_scales_of_eleven_points_have_eleven_colours_that_a_dark_page_knows() -> None:
    colours = [*scale(11)[:-1], *diverging(5, 5)]
    assert len({colour.fill for colour in scale(11)}) == 12
    assert {colour.name for colour in colours} <= {colour.name for colour in ALL}


def test_names_of_colours_are_used_once() -> None:
    assert len({colour.name for colour in ALL}) == len(ALL)


def test_text_and_lines_stand_out_from_both_pages() -> None:
    assert contrast(INK, PAPER) >= 4.5
    assert contrast(QUIET, PAPER) >= 4.5
    assert contrast(DARK["ink"], DARK["paper"]) >= 4.5
    assert contrast(DARK["quiet"], DARK["paper"]) >= 4.5
    for line in (RULE, EDGE, FALL.fill, PRIMARY.fill, MUTED.fill):
        assert contrast(line, PAPER) >= 3
    for line in (DARK["rule"], FALL.dark, PRIMARY.dark, MUTED.fill):
        assert contrast(line, DARK["paper"]) >= 3


def test_a_dark_page_recolours_each_fill_and_the_numbers_on_it() -> None:
    rules = dark_rules()
    assert rules.startswith("@media screen and (prefers-color-scheme:dark){")
    for colour in ALL:
        found = re.findall(rf"\.fill-{colour.name}{{fill:(#[0-9a-f]{{6}})}}", rules)
        assert found == ([colour.dark] if colour.dark else []), colour.name
        if colour.dark:
            assert f".on-{colour.name}{{fill:{text_on(colour.dark)}}}" in rules
